import { parseUrl } from '../conditions/parse-url.ts'
import { EMAIL_ADDRESS_MAX_OCTETS } from '../limits.ts'
import { once } from '../once.ts'
import { asciiLabelOctets } from './punycode.ts'

/** Letters, digits and marks of any alphabet, as IDNA allows them (RFC 5892), and hyphens within. */
const LABEL = once(() => /^[\p{L}\p{Nd}](?:[\p{L}\p{M}\p{Nd}-]*[\p{L}\p{M}\p{Nd}])?$/u)
const ASCII_LABEL = /^[a-z0-9-]+$/i
const TOP_LEVEL_DOMAIN = once(() => /^(?:[\p{L}\p{M}]{2,63}|xn--[a-z0-9-]{2,59})$/iu)

/** The alphabets that are written from right to left. */
const RIGHT_TO_LEFT_SCRIPTS = ['Hebrew', 'Arabic', 'Syriac', 'Thaana', 'Nko', 'Samaritan', 'Mandaic', 'Adlam']
const RIGHT_TO_LEFT_CLASS = `[${RIGHT_TO_LEFT_SCRIPTS.map((script) => `\\p{Script=${script}}`).join('')}]`
const RIGHT_TO_LEFT = once(() => new RegExp(RIGHT_TO_LEFT_CLASS, 'u'))
const LEFT_TO_RIGHT_LETTER = once(() => new RegExp(`(?!${RIGHT_TO_LEFT_CLASS})\\p{L}`, 'u'))
const ARABIC_DIGIT = /[\u0660-\u0669]/
const OTHER_DIGIT = /[0-9\u06f0-\u06f9]/
const DIGIT_FIRST = once(() => /^\p{Nd}/u)

/** Whether a label may stand in a domain with letters from right to left. RFC 5893 2. */
function keepsDirection(label: string): boolean {
  if (DIGIT_FIRST().test(label)) return false
  if (!RIGHT_TO_LEFT().test(label)) return !ARABIC_DIGIT.test(label)
  return !LEFT_TO_RIGHT_LETTER().test(label) && !(ARABIC_DIGIT.test(label) && OTHER_DIGIT.test(label))
}

/** No label is longer in any form; what is longer is not looked at. */
const LABEL_MAX_UNITS = EMAIL_ADDRESS_MAX_OCTETS.domainLabel * 2

function isLabel(label: string): boolean {
  if (label.length > LABEL_MAX_UNITS || !LABEL().test(label)) return false
  if (/^xn--/i.test(label) && !ASCII_LABEL.test(label)) return false
  // DNS knows a label in its composed, lower-case form (UTS 46).
  return asciiLabelOctets(label.normalize('NFKC').toLowerCase()) <= EMAIL_ADDRESS_MAX_OCTETS.domainLabel
}

/** The octets that a domain takes as DNS knows it. */
export const asciiDomainOctets = (domain: string): number =>
  domain.split('.').reduce((sum, label) => sum + 1 + asciiLabelOctets(label.normalize('NFKC').toLowerCase()), -1)

const NEEDS_CONVERSION = /[^\x20-\x7e]/

/** Whether the platform can write a name for DNS, each label of it (UTS 46): what it cannot, no mail server has. */
function isWritable(domain: string): boolean {
  if (!NEEDS_CONVERSION.test(domain)) return true
  const written = parseUrl(`http://${domain}/`)?.hostname ?? ''
  return written.split('.').every((label) => label !== '')
}

/**
 * Whether a text is the name of a domain with a top-level domain, in any alphabet: each label fits DNS in its ASCII form,
 * and letters of both directions are not mixed (RFC 5890 to 5893).
 */
export function isDomainName(domain: string): boolean {
  const labels = domain.split('.')
  const last = labels.at(-1)
  if (labels.length < 2 || last === undefined || !TOP_LEVEL_DOMAIN().test(last)) return false
  if (!labels.every(isLabel)) return false
  if (RIGHT_TO_LEFT().test(domain) && !labels.every(keepsDirection)) return false
  return isWritable(domain)
}
