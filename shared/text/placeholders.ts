import { KEYWORDS } from './keywords.ts'

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

/** Names in the braces and signs of template languages. Keywords in them are told of by `keyword-broken`. */
const TEMPLATES = [
  String.raw`\{\{[^{}\n]{1,60}\}\}`,
  String.raw`[$#]\{[^{}\n]{1,60}\}`,
  String.raw`(?<![\p{L}\p{N}])\{(?:\d{1,2}|[\p{L}_][\p{L}\p{N}_.-]{0,40})\}`,
  String.raw`\[\[[\p{L}_][\p{L}\p{N}_. -]{0,40}\]\]`,
  String.raw`<%[^%<>\n]{1,60}%>`,
  String.raw`\{%[^%{}\n]{1,60}%\}`,
  String.raw`\*\|[A-Z_:]{1,40}\|\*`,
  String.raw`(?<![\p{L}\p{N}%])%(?![0-9a-f]{2}(?:%|(?![a-z_])))[a-z_][a-z0-9_]{1,30}%(?![\p{L}\p{N}])`,
  String.raw`(?<![\p{N}%]\s?)%(?:\d\$)?[sd@](?![\p{L}\p{N}%])`,
  String.raw`(?<![\p{L}\p{N}.@])@(?:Model|ViewBag|ViewData)\.\p{L}[\p{L}\p{N}.]{0,40}`,
]

/** Names that people put in brackets for someone to fill in. */
const BRACKETS = [
  `\\[ ?(?:(?:${INSTRUCTIONS}) [^\\[\\]\\n]{1,40}|${THINGS}) ?\\]`,
  `<(?:(?:${INSTRUCTIONS}) [^<>\\n]{1,40}|${THINGS_IN_ANGLES})>`,
]

/** What a program writes for a value that it has not. `null` is also a Norwegian number, and needs a place to be one. */
const VALUES = [
  String.raw`\[object \w{1,20}\]`,
  String.raw`(?<![\p{L}\p{N}_-])undefined(?![\p{L}\p{N}_-])`,
  String.raw`(?<![\p{L}\p{N}])Invalid Date(?![\p{L}\p{N}])`,
  String.raw`(?<![\p{L}\p{N}])System\.(?:\p{L}{1,20}\[\]|(?:Collections|Linq|Threading)\.[\p{L}\p{N}.\x60\[\]]{1,80})`,
  String.raw`(?<!\d)(?:0?1[./-]0?1[./-]0001|0001-01-01)(?!\d)`,
  String.raw`(?<=(?<![\p{L}\p{N}])(?:hei|hallo|kjære|dear|hello|hi|hey|til|to)[ ,]{1,2})null(?=\s*(?:[!.,:;\n]|$))`,
  String.raw`(?<=(?:kode|koden|code|navn|namn|name|dato|date|saksnr|saksnummer|nummer|number|referanse|reference|ref)(?: er| is)?:? )null(?=\s*(?:[!.,:;\n]|$))`,
  String.raw`(?<![\p{L}\p{N}])lorem ipsum(?![\p{L}\p{N}])`,
]

/** Letter case tells these from words. */
const CASED_VALUES = [
  String.raw`(?<![\p{L}\p{N}_])NaN(?![\p{L}\p{N}_])`,
  String.raw`(?<![\p{L}\p{N}_])(?:TODO|FIXME)(?![\p{L}\p{N}_])`,
]

/** What every placeholder has one of. Far cheaper to look for. */
const MAYBE = /[{}[\]<%@|*]|undefined|null|NaN|Invalid|System\.|0001|ipsum|TODO|FIXME/i

let patterns: readonly RegExp[] | undefined
const PATTERNS = (): readonly RegExp[] => {
  patterns ??= [
    new RegExp([...TEMPLATES, ...BRACKETS, ...VALUES].join('|'), 'giu'),
    new RegExp(CASED_VALUES.join('|'), 'gu'),
  ]
  return patterns
}

const KEYWORD_NAMES = new Set(KEYWORDS.map(({ name }) => name.toLowerCase()))

/** A keyword or the token of a template in another form of brackets: other rules know what was meant. */
const isKeyword = (written: string): boolean => {
  const name = written.replaceAll(/[^\p{L}]/gu, '').toLowerCase()
  return KEYWORD_NAMES.has(name) || name === 'texttoken'
}

/** Finds what a program, or a person, should have filled in before a text was sent. */
export function findPlaceholders(text: string): readonly Placeholder[] {
  if (!MAYBE.test(text)) return []
  return PATTERNS()
    .flatMap((pattern) => Array.from(text.matchAll(pattern)))
    .map(({ 0: written, index }) => ({ start: index, end: index + written.length, written }))
    .filter(({ written }) => !isKeyword(written))
    .sort((one, other) => one.start - other.start)
}
