import { hasControlCharacter } from '@straks/shared/text'
import type { Outcome } from '../../domain/outcome.ts'

/** An address as it goes over the wire. */
export type WireAddress = {
  readonly text: string
  /** Whether only a server that speaks SMTPUTF8 understands it (RFC 6531). */
  readonly needsUtf8: boolean
}

const NOT_ASCII = /[^\x20-\x7e]/

/** What separates addresses or ends one. RFC 5321 4.1.2. */
const SPECIAL = /[\s<>"(),:;\\[\]]/

/** The name of a domain in ASCII (`bücher.example` is `xn--bcher-kva.example`); `undefined` where it has none. */
function toAsciiDomain(domain: string): string | undefined {
  if (!NOT_ASCII.test(domain)) return domain
  const url = `http://${domain}/`
  return URL.canParse(url) ? new URL(url).hostname : undefined
}

/**
 * Writes an address for the wire. Any server understands its domain; a local part with letters beyond ASCII takes one
 * that speaks SMTPUTF8.
 *
 * The edge has parsed the address already. It is looked at again because here a line break, a space or an angle
 * bracket would become a command from an attacker.
 */
export function toWireAddress(address: string): WireAddress | undefined {
  // Before the domain is converted: that would silently drop a line break, and what is left would look like an address.
  if (hasControlCharacter(address) || SPECIAL.test(address)) return undefined
  const at = address.lastIndexOf('@')
  const localPart = address.slice(0, Math.max(at, 0))
  const domain = toAsciiDomain(address.slice(at + 1))
  if (localPart === '' || !domain) return undefined
  const text = `${localPart}@${domain}`
  return { text, needsUtf8: NOT_ASCII.test(text) }
}

/** Who a mail is from and to, as it goes over the wire. */
type Envelope = { readonly from: WireAddress; readonly to: WireAddress }

/** The envelope of a mail; `undefined` where one of its addresses cannot be written. */
export function toEnvelope(from: string, to: string): Envelope | undefined {
  const [sender, recipient] = [toWireAddress(from), toWireAddress(to)]
  return sender && recipient && { from: sender, to: recipient }
}

/** What becomes of a mail that has an address which cannot be written. */
export const INVALID_ADDRESS: Outcome = { kind: 'refused', status: 'Email_Failed_InvalidFormat' }
