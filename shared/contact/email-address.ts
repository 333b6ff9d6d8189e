import { EMAIL_ADDRESS_MAX_OCTETS } from '../limits.ts'
import { once } from '../once.ts'
import { fail, ok, type Result } from '../result.ts'

/** Why a written e-mail address cannot be used. */
export type EmailAddressProblem = 'several' | 'too-long' | 'malformed'

/** Letters and digits of any alphabet (RFC 6531), and the punctuation that RFC 5322 allows in an atom. */
const LOCAL_PART = once(() => /^[\p{L}\p{M}\p{N}!#$%&'*+\-/=?^_`{|}~]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+\-/=?^_`{|}~]+)*$/u)
const DOMAIN_LABEL = once(() => /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u)
const TOP_LEVEL_DOMAIN = once(() => /^(?:[\p{L}\p{M}]{2,63}|xn--[a-z0-9-]{2,59})$/iu)

function octets(text: string): number {
  let count = 0
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    count += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return count
}

function isDomain(domain: string): boolean {
  const labels = domain.split('.')
  const last = labels.at(-1)
  if (labels.length < 2 || last === undefined || !TOP_LEVEL_DOMAIN().test(last)) return false
  return labels.every((label) => DOMAIN_LABEL().test(label) && octets(label) <= EMAIL_ADDRESS_MAX_OCTETS.domainLabel)
}

/**
 * Reads one e-mail address and gives it without the spaces around it.
 *
 * What Altinn accepts and refuses by accident is decided anew: the table is in `docs/compatibility.md`.
 */
export function parseEmailAddress(written: string): Result<string, EmailAddressProblem> {
  const address = written.trim()
  const parts = address.split('@')
  if (parts.length > 2 && /[,;\s]/.test(address)) return fail('several')
  const [localPart, domain] = parts
  if (parts.length !== 2 || localPart === undefined || domain === undefined) return fail('malformed')
  if (!LOCAL_PART().test(localPart) || !isDomain(domain)) return fail('malformed')
  if (octets(localPart) > EMAIL_ADDRESS_MAX_OCTETS.localPart || octets(address) > EMAIL_ADDRESS_MAX_OCTETS.whole)
    return fail('too-long')
  return ok(address)
}
