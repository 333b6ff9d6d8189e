import { once } from '../once.ts'
/** A word between dollar signs that is replaced by something of the recipient, the sender or the message. */
export type Keyword = {
  readonly name: string
  /** The most UTF-16 units that it is taken to become. */
  readonly mostUnits: number
  /** Whether an ordinary order's text may use it: it is about the recipient, not about a message. */
  readonly inOrders: boolean
  /** What a preview shows in its place. */
  readonly sample: string
}

/** The longest name in the Norwegian register of organisations. */
const ORGANIZATION_NAME_MAX_UNITS = 175

/** The longest sender's name that a message can have. docs/altinn/correspondence.md §1.1. */
const MESSAGE_SENDER_MAX_UNITS = 255

/** The longest title that a message can have. docs/altinn/correspondence.md §1.1. */
const MESSAGE_TITLE_MAX_UNITS = 255

/** What a resource is taken to be called at most. */
const RESOURCE_NAME_MAX_UNITS = 255

/**
 * The keywords of texts. docs/altinn/correspondence.md §2.7.
 *
 * Their greatest lengths are an assumption: names fill their register's field, and are written in the alphabet of the
 * text around them.
 */
export const KEYWORDS: readonly Keyword[] = [
  { name: 'sendersName', mostUnits: MESSAGE_SENDER_MAX_UNITS, inOrders: false, sample: 'Testdepartementet' },
  {
    name: 'correspondenceRecipientName',
    mostUnits: ORGANIZATION_NAME_MAX_UNITS,
    inOrders: false,
    sample: 'Nordmann Bakeri AS',
  },
  { name: 'messageTitle', mostUnits: MESSAGE_TITLE_MAX_UNITS, inOrders: false, sample: 'Vedtak om skjenkebevilling' },
  { name: 'resourceName', mostUnits: RESOURCE_NAME_MAX_UNITS, inOrders: false, sample: 'Skjenkebevilling' },
  { name: 'recipientName', mostUnits: ORGANIZATION_NAME_MAX_UNITS, inOrders: true, sample: 'Nordmann Bakeri AS' },
  { name: 'recipientNumber', mostUnits: 9, inOrders: true, sample: '991825827' },
]

/** What keywords are replaced by. One that is left out stays as it is written. */
export type KeywordValues = Readonly<Partial<Record<string, string>>>

/** Where a keyword stands in a text, in UTF-16 units, dollar signs and all. */
export type KeywordMatch = {
  readonly start: number
  readonly end: number
  /** As written, without its dollar signs. */
  readonly written: string
  /** The keyword that it is, or would be in other letter case; `undefined` if it is none. */
  readonly keyword: Keyword | undefined
}

const BY_FOLDED_NAME = new Map(KEYWORDS.map((keyword) => [keyword.name.toLowerCase(), keyword]))

const WORD = once(() => /^[\p{L}_][\p{L}\p{N}_]*$/u)

/** No keyword, and nothing that is meant as one, is this long. */
const WORD_MAX_UNITS = 100

/** The word between a dollar sign and the next one. */
function wordAt(text: string, start: number): string | undefined {
  const end = text.indexOf('$', start + 1)
  if (end < 0 || end - start > WORD_MAX_UNITS) return undefined
  const word = text.slice(start + 1, end)
  return BY_FOLDED_NAME.has(word.toLowerCase()) || WORD().test(word) ? word : undefined
}

const keywordOf = (word: string | undefined): Keyword | undefined =>
  word === undefined ? undefined : BY_FOLDED_NAME.get(word.toLowerCase())

/**
 * Finds every `$word$` of a text, known or not. A known one wins over an unknown one that shares its dollar sign: in
 * `$a$sendersName$` the keyword is found, as it is filled in.
 */
export function findKeywords(text: string): readonly KeywordMatch[] {
  const found: KeywordMatch[] = []
  let start = text.indexOf('$')
  while (start >= 0) {
    const written = wordAt(text, start)
    const keyword = keywordOf(written)
    const last = written === undefined ? start : start + written.length + 1
    const isTaken = keyword === undefined && written !== undefined && keywordOf(wordAt(text, last)) !== undefined
    if (written === undefined || isTaken) {
      start = text.indexOf('$', start + 1)
      continue
    }
    found.push({ start, end: last + 1, written, keyword })
    start = text.indexOf('$', last + 1)
  }
  return found
}

const NAMES = KEYWORDS.map(({ name }) => name).join('|')

const ANY_KEYWORD = new RegExp(`\\$(${NAMES})\\$`, 'gi')

/**
 * A text with its keywords replaced, in whatever letter case they are written: no one is to read a keyword. In one pass:
 * what a keyword becomes is never looked at again, so a name that holds a keyword, or a dollar sign, stays what it is.
 *
 * @example
 * expandKeywords('Hei $recipientName$', { recipientName: 'Ola' }) // 'Hei Ola'
 */
export const expandKeywords = (text: string, values: KeywordValues): string =>
  text.replace(ANY_KEYWORD, (whole, written: string) => {
    const name = keywordOf(written)?.name ?? written
    return Object.hasOwn(values, name) ? (values[name] ?? whole) : whole
  })

/** What a preview fills in. */
export const SAMPLE_VALUES: KeywordValues = Object.fromEntries(KEYWORDS.map(({ name, sample }) => [name, sample]))

/** The keywords of an ordinary order: the others belong to a message. docs/altinn/notifications.md §7.8. */
export const ORDER_KEYWORDS = KEYWORDS.filter(({ inOrders }) => inOrders)

const longestValues = (keywords: readonly Keyword[]): KeywordValues =>
  Object.fromEntries(keywords.map(({ name, mostUnits }) => [name, 'x'.repeat(mostUnits)]))

const LONGEST_VALUES = new Map([KEYWORDS, ORDER_KEYWORDS].map((keywords) => [keywords, longestValues(keywords)]))

/** A text as long as these keywords can make it; what stands in for them is of the GSM alphabet. */
export const expandToLongest = (text: string, keywords: readonly Keyword[]): string =>
  text.includes('$') ? expandKeywords(text, LONGEST_VALUES.get(keywords) ?? longestValues(keywords)) : text
