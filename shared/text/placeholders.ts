import { once } from '../once.ts'
import { KEYWORDS, type KeywordMatch } from './keywords.ts'
import { SIGN, signsOf } from './signs.ts'

/** A place in a text that a program should have filled in. */
export type Placeholder = { readonly start: number; readonly end: number; readonly written: string }

/** What people call the things that are filled in: bokmål, nynorsk, English. */
const THINGS =
  'navn|namn|fornavn|fornamn|etternavn|etternamn|mottaker|mottakar|avsender|avsendar|virksomhet|verksemd|etat|enhet|' +
  'kode|engangskode|dato|frist|klokkeslett|beløp|beløpet|sum|saksnr|saksnummer|saksbehandler|orgnr|fødselsnummer|' +
  'adresse|telefon|telefonnummer|lenke|lenkje|tittel|tekst|melding|referanse|name|first[ _-]?name|last[ _-]?name|' +
  'full[ _-]?name|recipient|sender|company|organi[sz]ation|code|otp|date|time|deadline|amount|case[ _-]?number|' +
  'address|phone|phone[ _-]?number|link|url|title|message|reference'

/** Those of them that are no element of HTML and no role that a sentence may name in angle brackets. */
const THINGS_IN_ANGLES =
  'navn|namn|fornavn|fornamn|etternavn|etternamn|kode|engangskode|dato|frist|beløp|saksnr|saksnummer|orgnr|' +
  'name|firstname|lastname|first[ _]name|last[ _]name'

const INSTRUCTIONS = '(?:sett|set|fyll|skriv|legg) inn|insert|your|din|ditt'

/** Those that say enough by themselves. */
const COMMANDS = '(?:sett|set|fyll|skriv|legg) inn|insert here'

/** A pattern, and the sign without which a text has nothing of it. */
type Signed = readonly [sign: Sign, pattern: string]

/** The signs that placeholders are written with, and `word` for those that are words of their own. */
const SIGNS = ['{', '[', '<', '%', '@', '*', '$', '#', 'word'] as const
type Sign = (typeof SIGNS)[number]

const BITS: Readonly<Record<Exclude<Sign, 'word'>, number>> = {
  '{': SIGN.openBrace,
  '[': SIGN.openBracket,
  '<': SIGN.less,
  '%': SIGN.percent,
  '@': SIGN.at,
  '*': SIGN.star,
  $: SIGN.dollar,
  '#': SIGN.hash,
}

const ANY_OF = Object.values(BITS).reduce((all, bit) => all | bit, 0)

/** Names in the braces and signs of template languages. Keywords in them are told of by `keyword-broken`. */
const TEMPLATES: readonly Signed[] = [
  ['{', String.raw`\{\{[^{}\n]{1,60}\}\}`],
  ['{', String.raw`[$#]\{[^{}\n]{1,60}\}`],
  ['[', String.raw`[$#]\[[\p{L}_][\p{L}\p{N}_. -]{0,40}\]`],
  ['{', String.raw`\{[$@!][\p{L}_][\p{L}\p{N}_.>-]{0,40}\}`],
  [
    '{',
    String.raw`(?<![\p{L}\p{N}])\{(?:\d{1,2}(?:,-?\d{1,3})?(?::[^{}\n]{1,30})?|[\p{L}_]\w{0,30}:0?\d{1,2}[a-z])?\}`,
  ],
  ['{', String.raw`(?<![\p{L}\p{N}])\{(?:\d{1,2}|[\p{L}_][\p{L}\p{N}_.-]{0,40})\}`],
  ['[', String.raw`\[\[[\p{L}_][\p{L}\p{N}_. -]{0,40}\]\]`],
  ['<', String.raw`<%[^%<>\n]{1,60}%>`],
  ['<', String.raw`<\?(?!xml)[^<>\n]{1,60}\?>`],
  ['[', String.raw`\[%[^%\[\]\n]{1,60}%\]`],
  ['%', String.raw`%\([\p{L}_][\p{L}\p{N}_]{0,40}\)[-+0\d.]{0,6}[a-z]`],
  ['#', String.raw`(?<![\p{L}\p{N}#&])#{1,3}[\p{L}_][\p{L}\p{N}_]{1,30}#{1,3}(?![\p{L}\p{N}#])`],
  ['@', String.raw`(?<![\p{L}\p{N}@.])@[\p{L}_]{2,30}@(?![\p{L}\p{N}@.])`],
  // The sign first, and then what may not be before it: keywords make this the one that most texts meet.
  [
    '$',
    String.raw`\$(?<![\p{L}\p{N}$]\$)!?[a-z_][\p{L}\p{N}_]{1,40}(?:->[\p{L}\p{N}_]{1,40})?(?![\p{L}\p{N}_$-]|[\s.]{0,4}\$)`,
  ],
  ['{', String.raw`\{%[^%{}\n]{1,60}%\}`],
  ['*', String.raw`\*\|[A-Z_:]{1,40}\|\*`],
  ['%', String.raw`(?<![\p{L}\p{N}%])%{1,2}(?![0-9a-f]{2}(?:%|(?![a-z_])))[a-z_][a-z0-9_]{1,30}%{1,2}(?![\p{L}\p{N}])`],
  ['%', String.raw`(?<![\p{N}%]\s?)%(?:\d\$)?(?:[sd@]|[-+]?\d{0,3}(?:\.\d{1,2}|l{1,2}|\d)[sdfu])(?![\p{L}\p{N}%])`],
  ['@', String.raw`(?<![\p{L}\p{N}.@])@\(?(?:Model|ViewBag|ViewData)\.\p{L}[\p{L}\p{N}.]{0,40}`],
]

/** Names that people put in brackets for someone to fill in. */
const BRACKETS: readonly Signed[] = [
  ['[', `\\[ ?(?:(?:${INSTRUCTIONS}) [^\\[\\]\\n]{1,40}|${COMMANDS}|(?:${THINGS})(?:[ _](?:${THINGS})){0,2}) ?\\]`],
  [
    '<',
    `<(?:(?:${INSTRUCTIONS}) [^<>\\n]{1,40}|${COMMANDS}|(?:${THINGS_IN_ANGLES})(?:[ _](?:${THINGS_IN_ANGLES})){0,2})>`,
  ],
]

/** What a program writes for a value that it has not. `null` is also a Norwegian number, and needs a place to be one. */
const VALUES: readonly Signed[] = [
  ['[', String.raw`\[object \w{1,20}\]`],
  ['word', String.raw`(?<![\p{L}\p{N}_-])undefined(?![\p{L}\p{N}_-])`],
  ['word', String.raw`(?<![\p{L}\p{N}])Invalid Date(?![\p{L}\p{N}])`],
  [
    'word',
    String.raw`(?<![\p{L}\p{N}])System\.(?:\p{L}{1,20}\[\]|(?:Collections|Linq|Threading)\.[\p{L}\p{N}.\x60\[\]]{1,80})`,
  ],
  ['word', String.raw`(?<!\d)(?:0?1[./-]0?1[./-]0001|0001-01-01)(?!\d)`],
  [
    'word',
    String.raw`(?<=(?<![\p{L}\p{N}])(?:hei|hallo|kjære|dear|hello|hi|hey|til|to)[ ,]{1,2})(?:null|none|nil|x{3,})(?=\s*(?:[!.,:;\n]|$))`,
  ],
  [
    'word',
    String.raw`(?<=(?:kode|koden|code|navn|namn|name|dato|date|saksnr|saksnummer|nummer|number|referanse|reference|ref)(?: er| is)?:? )(?:null|none|nil|x{3,})(?=\s*(?:[!.,:;\n]|$))`,
  ],
  ['word', '[<(](?:null|undefined|nil)[>)]'],
  ['[', String.raw`\[(?:Function|AsyncFunction|class)(?:: | \()[^\[\]\n]{1,40}\]`],
  ['{', String.raw`(?<![\p{L}\p{N}])function ?\([^()\n]{0,40}\) ?\{`],
  ['{', String.raw`(?<![\p{L}\p{N}])Promise \{`],
  ['word', String.raw`(?<![\p{L}\p{N}])Optional(?:\[[^\[\]\n]{1,60}\]|\.empty)`],
  ['@', String.raw`(?<![\p{L}\p{N}.])(?:[a-z]\w{0,20}\.){1,6}[a-z]\w{0,40}@[0-9a-f]{4,8}(?![\p{L}\p{N}.-])`],
  ['word', ' object at 0x[0-9a-f]{2,16}'],
  ['word', String.raw`(?<![\p{L}\p{N}])-?Infinity(?= ?(?:kr|nok|%|dag|time|minutt|day|hour))`],
  ['word', String.raw`(?<![\p{L}\p{N}])lorem ipsum(?![\p{L}\p{N}])`],
]

/** Letter case tells these from words. */
const CASED_VALUES = [
  String.raw`(?<![\p{L}\p{N}_-])NaN(?![\p{L}\p{N}_-])`,
  String.raw`(?<![\p{L}\p{N}_])(?:TODO|FIXME)(?![\p{L}\p{N}_])`,
  String.raw`(?<![\p{L}\p{N}_])__[A-ZÆØÅ][A-ZÆØÅ0-9_]{0,30}__(?![\p{L}\p{N}_])`,
]

/** What each of those that are words has one of. */
const WORD = /undefined|null|NaN|none|nil|xxx|Invalid|System\.|Infinity|ipsum|TODO|FIXME|Optional/i

/** The same of those that need a sign: shorter, they take twice as long to look for. */
const WORD_WITH_SIGN = /__|0001|0x/i

const hasWord = (text: string, signs: number): boolean =>
  WORD.test(text) || ((signs & (SIGN.underscore | SIGN.zero)) !== 0 && WORD_WITH_SIGN.test(text))

const PATTERNS = [...TEMPLATES, ...BRACKETS, ...VALUES]

const CASED = once(() => new RegExp(CASED_VALUES.join('|'), 'gu'))

/** From so many signs on one pattern for all does: few texts have them, and each set of signs costs a pattern. */
const SIGNS_MAX = 2

const patternOf = (signs: readonly Sign[]): RegExp =>
  new RegExp(PATTERNS.flatMap(([sign, pattern]) => (signs.includes(sign) ? [pattern] : [])).join('|'), 'giu')

const ALL = once(() => patternOf(SIGNS))

/** The patterns of the sets of signs that were met: no more than there are pairs of signs. */
const known = new Map<string, RegExp>()

/** One pattern, in the order of the list, of all that these signs can be a part of. */
function patternFor(signs: readonly Sign[]): RegExp {
  if (signs.length > SIGNS_MAX) return ALL()
  const key = signs.join('')
  const found = known.get(key) ?? patternOf(signs)
  known.set(key, found)
  return found
}

const KEYWORD_NAMES = new Set(KEYWORDS.map(({ name }) => name.toLowerCase()))

/** Whether a keyword is being written: `$recip`. */
const isBegun = (written: string, name: string): boolean =>
  written.startsWith('$') && !/[{[]/.test(written) && [...KEYWORD_NAMES].some((keyword) => keyword.startsWith(name))

/** A keyword or the token of a template in another form of brackets: other rules know what was meant. */
const isKeyword = (written: string): boolean => {
  const name = written.replaceAll(/[^\p{L}]/gu, '').toLowerCase()
  return KEYWORD_NAMES.has(name) || name === 'texttoken' || isBegun(written, name)
}

/** Whether each dollar sign of a text belongs to one of these keywords, all of which are filled in. */
function haveAllDollars(keywords: readonly KeywordMatch[], text: string): boolean {
  let signs = 0
  for (let at = text.indexOf('$'); at >= 0; at = text.indexOf('$', at + 1)) signs++
  return signs === keywords.length * 2 && keywords.every(({ keyword }) => keyword !== undefined)
}

/**
 * Finds what a program, or a person, should have filled in before a text was sent. A caller that has found the text's
 * keywords already may pass them, and its signs: most texts with a dollar sign have no other.
 */
export function findPlaceholders(
  text: string,
  keywords: readonly KeywordMatch[] = [],
  signs = signsOf(text),
): readonly Placeholder[] {
  const isWord = hasWord(text, signs)
  const isFilled = (signs & SIGN.dollar) !== 0 && haveAllDollars(keywords, text)
  const some = signs & (isFilled ? ANY_OF & ~SIGN.dollar : ANY_OF)
  if (some === 0 && !isWord) return []
  const present = SIGNS.filter((sign) => (sign === 'word' ? isWord : (some & BITS[sign]) !== 0))
  return [patternFor(present), ...(isWord ? [CASED()] : [])]
    .flatMap((pattern) => Array.from(text.matchAll(pattern)))
    .map(({ 0: written, index }) => ({ start: index, end: index + written.length, written }))
    .filter(({ written }) => !isKeyword(written))
    .sort((one, other) => one.start - other.start)
}
