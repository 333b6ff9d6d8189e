import { parseUrl } from '../conditions/parse-url.ts'
import { EMAIL_ADDRESS_MAX_OCTETS } from '../limits.ts'
import { once } from '../once.ts'
import { fail, ok, type Result } from '../result.ts'
import { asciiDomainOctets, isDomainName } from './domain-name.ts'

/** Why a written e-mail address cannot be used. */
export type EmailAddressProblem = 'several' | 'too-long' | 'malformed'

/** Letters and digits of any alphabet (RFC 6531), and the punctuation that RFC 5322 allows in an atom. */
const LOCAL_PART = once(() => /^[\p{L}\p{M}\p{N}!#$%&'*+\-/=?^_`{|}~]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+\-/=?^_`{|}~]+)*$/u)

function octets(text: string): number {
  let count = 0
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    count += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return count
}

/**
 * Reads one e-mail address and gives it without the spaces around it. The one notion of an address: recipients, senders,
 * ID-porten users and settings are all read by it.
 *
 * What Altinn accepts and refuses by accident is decided anew: the table is in docs/compatibility/general.md.
 */
export function parseEmailAddress(written: string): Result<string, EmailAddressProblem> {
  const address = written.trim()
  const parts = address.split('@')
  if (parts.length > 2 && /[,;\s]/.test(address)) return fail('several')
  const [localPart, domain] = parts
  if (parts.length !== 2 || localPart === undefined || domain === undefined) return fail('malformed')
  if (!LOCAL_PART().test(localPart) || !isDomainName(domain)) return fail('malformed')
  const most = EMAIL_ADDRESS_MAX_OCTETS
  const whole = octets(localPart) + 1 + Math.max(octets(domain), asciiDomainOctets(domain))
  return octets(localPart) > most.localPart || whole > most.whole ? fail('too-long') : ok(address)
}

const BEYOND_ASCII = /[^\x20-\x7e]/

/**
 * What all spellings of one address share: in lower case, its letters composed, and its domain as DNS has it
 * (`per@blåbær.example` is `per@xn--blbr-roah.example`). A text that is no address is only written in lower case.
 */
export function emailAddressKey(address: string): string {
  const lower = address.toLowerCase()
  const at = lower.lastIndexOf('@')
  if (at === -1 || !BEYOND_ASCII.test(lower)) return lower
  const domain = lower.slice(at + 1)
  return `${lower.slice(0, at).normalize('NFC')}@${parseUrl(`http://${domain}/`)?.hostname ?? domain}`
}
