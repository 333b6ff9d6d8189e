import { once } from '../once.ts'
import { table } from '../table.ts'

/**
 * What a text may have that a rule looks for, as bits. A rule names those without which a text has nothing for it, so that
 * most texts are gone through once for all rules.
 */
export const SIGN = {
  dollar: 1,
  openBrace: 1 << 1,
  closeBrace: 1 << 2,
  openBracket: 1 << 3,
  less: 1 << 4,
  percent: 1 << 5,
  at: 1 << 6,
  star: 1 << 7,
  hash: 1 << 8,
  underscore: 1 << 9,
  ampersand: 1 << 10,
  backslash: 1 << 11,
  equals: 1 << 12,
  plus: 1 << 13,
  zero: 1 << 14,
  /** A dot that does not just end a text, or a sentence before a capital. */
  dot: 1 << 15,
  /** Five digits in a row, or the country code of Norway after two zeros. */
  number: 1 << 16,
  /** A colon, a semicolon or an opening bracket: what joins the parts of an address. */
  joint: 1 << 17,
  /** Anything beyond Latin letters, or a dot at half their height, that may disguise an address. */
  foreign: 1 << 18,
  /** A character that a wrong encoding makes of another one. */
  damage: 1 << 19,
  /** A control of the direction of writing. */
  direction: 1 << 20,
  /** Anything beyond the letters, digits and marks that each alphabet of an SMS has. */
  unusual: 1 << 21,
} as const

const LATIN_UNITS = 256

const OF_A_CHARACTER = table<number>({
  $: SIGN.dollar,
  '{': SIGN.openBrace,
  '}': SIGN.closeBrace,
  '[': SIGN.openBracket,
  '<': SIGN.less,
  '%': SIGN.percent,
  '@': SIGN.at,
  '*': SIGN.star,
  '#': SIGN.hash,
  _: SIGN.underscore,
  '&': SIGN.ampersand,
  '\\': SIGN.backslash,
  '=': SIGN.equals,
  '+': SIGN.plus,
  '0': SIGN.zero,
})

const UNUSUAL = /[^\n\r -Z_a-zÆØÅæøå]/

function signOfLatin(character: string): number {
  let sign = OF_A_CHARACTER.get(character) ?? 0
  if (/[:;(]/.test(character)) sign |= SIGN.joint
  if (/[\u00ad·]/.test(character)) sign |= SIGN.foreign
  if (/[ÂÃâðÅÄï]/.test(character)) sign |= SIGN.damage
  if (UNUSUAL.test(character)) sign |= SIGN.unusual
  return sign
}

const LATIN = once(() => Int32Array.from({ length: LATIN_UNITS }, (_, unit) => signOfLatin(String.fromCharCode(unit))))

const DOTLESS_I = 0x131
const LATIN_END = 0x250
const REPLACEMENT = 0xfffd

const SPACE = 0x20
const ASCII_END = 0x80
const DOT = 0x2e
const CAPITAL_A = 0x41
const CAPITAL_Z = 0x5a
const ZERO = 0x30
const NINE = 0x39

/** Long enough to be a person's number, or a telephone's. */
const NUMBER_DIGITS = 5

const COUNTRY_CODE = '0047'

/** Beyond Latin-1 there are few, and a text may be made of them. */
function signOfWide(unit: number): number {
  let sign: number = SIGN.unusual
  if (unit >= LATIN_END || unit === DOTLESS_I) sign |= SIGN.foreign
  if (unit === REPLACEMENT) sign |= SIGN.damage
  if ((unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069)) sign |= SIGN.direction
  return sign
}

const BLANK = /\s/

/** Whether the patterns of links take a unit for a space, which may stand before a dot of an address. */
const isSpace = (unit: number): boolean => (unit < ASCII_END ? unit <= SPACE : BLANK.test(String.fromCharCode(unit)))

/** Whether a dot is followed by nothing, or by a space and a capital, and follows no space itself. */
function endsSentence(text: string, dot: number): boolean {
  if (dot > 0 && isSpace(text.charCodeAt(dot - 1))) return false
  if (dot + 1 === text.length) return true
  const next = text.charCodeAt(dot + 2)
  return text.charCodeAt(dot + 1) === SPACE && next >= CAPITAL_A && next <= CAPITAL_Z
}

/** The signs of a text, found in one pass. */
export function signsOf(text: string): number {
  const latin = LATIN()
  let signs = 0
  let digits = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    signs |= unit < LATIN_UNITS ? (latin[unit] ?? 0) : signOfWide(unit)
    if (unit === DOT && !endsSentence(text, at)) signs |= SIGN.dot
    if (unit < ZERO || unit > NINE) digits = 0
    else if (++digits >= NUMBER_DIGITS) signs |= SIGN.number
    else if (digits === COUNTRY_CODE.length && text.endsWith(COUNTRY_CODE, at + 1)) signs |= SIGN.number
  }
  return signs
}
