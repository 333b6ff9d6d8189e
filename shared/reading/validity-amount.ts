import type { WordToken } from './word-tokens.ts'

/** A length of time in a text: the words from one index to before another. */
export type Amount = { readonly seconds: number; readonly from: number; readonly to: number }

/** Numbers below twenty, by how they are spelt in bokmål, nynorsk and English. */
const SMALL: Readonly<Record<number, string>> = {
  1: 'en én ein éin ei éi ett et eitt eit one a an',
  2: 'to two',
  3: 'tre three',
  4: 'fire four',
  5: 'fem five',
  6: 'seks six',
  7: 'sju syv seven',
  8: 'åtte eight',
  9: 'ni nine',
  10: 'ti ten',
  11: 'elleve eleven',
  12: 'tolv twelve',
  13: 'tretten thirteen',
  14: 'fjorten fourteen',
  15: 'femten fifteen',
  16: 'seksten sixteen',
  17: 'sytten seventeen',
  18: 'atten eighteen',
  19: 'nitten nineteen',
}

const TENS: Readonly<Record<number, string>> = {
  20: 'tjue twenty',
  30: 'tretti thirty',
  40: 'førti forty',
  50: 'femti fifty',
  60: 'seksti sixty',
  70: 'sytti seventy',
  80: 'åtti eighty',
  90: 'nitti ninety',
}

const spelt = (numbers: Readonly<Record<number, string>>): readonly (readonly [string, number])[] =>
  Object.entries(numbers).flatMap(([value, list]) => list.split(' ').map((word) => [word, Number(value)] as const))

const NUMBERS = new Map([...spelt(SMALL), ...spelt(TENS)])

/** `tjuefem`; in English the two stand apart. */
for (const [tens, value] of spelt(TENS))
  for (const [word, ones] of spelt(SMALL)) if (ones < 10 && word.length > 1) NUMBERS.set(tens + word, value + ones)

const HALVES = new Set(['halv', 'halvt', 'half'])

const ONE_AND_A_HALF = new Set(['halvannen', 'halvanna', 'halvannet'])

const UNITS = new Map(
  Object.entries({
    1: 's sek sekund sekunder sekunda sekundar sec secs second seconds',
    60: 'm min mins minute minutes minutt minutter minutta minuttar minuttene minutters minutts minuttet',
    3600: 't h hr hrs hour hours time timar timer timen timers',
    900: 'kvarter kvarteret quarter quarters',
    1800: 'halvtime halvtimen',
    86400: 'døgn døgnet dag dager dagar day days',
  }).flatMap(([seconds, list]) => list.split(' ').map((word) => [word, Number(seconds)] as const)),
)

/** `The next hour`, `den neste timen`: one of it. */
const NEXT = new Set(['next', 'neste'])

const ARTICLES = new Set(['a', 'an', 'en', 'et', 'ein', 'eit', 'ei'])

const NUMBER = /^\d{1,5}(?:[.,]\d)?$/

function numberOf(word: string): number | undefined {
  if (NUMBER.test(word)) return Number(word.replace(',', '.'))
  return ONE_AND_A_HALF.has(word) ? 1.5 : NUMBERS.get(word)
}

const wordAt = (tokens: readonly WordToken[], at: number): string => tokens[at]?.word ?? ''

/** Whether words from an index on are `and a half`. */
const isAndAHalf = (tokens: readonly WordToken[], at: number): boolean =>
  /^(?:og|and)$/.test(wordAt(tokens, at)) && ARTICLES.has(wordAt(tokens, at + 1)) && HALVES.has(wordAt(tokens, at + 2))

/** The number that words from an index on spell, and how many they are: `fem`, `5`, `fem (5)`, `en halv`, `half an`. */
function countAt(
  tokens: readonly WordToken[],
  at: number,
): { readonly count: number; readonly length: number } | undefined {
  const [first = '', second = '', third = ''] = [0, 1, 2].map((step) => tokens[at + step]?.word ?? '')
  if (HALVES.has(first)) return { count: 0.5, length: second === 'an' || second === 'a' ? 2 : 1 }
  if (NEXT.has(first) && UNITS.has(second)) return { count: 1, length: 1 }
  const count = numberOf(first)
  if (count === undefined) return undefined
  // "Two and a half", "to og en halv".
  if (isAndAHalf(tokens, at + 1)) return { count: count + 0.5, length: 4 }
  const ones = count % 10 === 0 && count >= 20 && !NUMBER.test(first) ? NUMBERS.get(second) : undefined
  if (ones !== undefined && ones < 10 && !ARTICLES.has(second)) return { count: count + ones, length: 2 }
  if (HALVES.has(second)) return { count: 0.5, length: 2 }
  // A number in figures after the same number in words.
  if (!NUMBER.test(first) && NUMBER.test(second) && Number(second) === count) return { count, length: 2 }
  // "Five more minutes", "10 whole minutes".
  return UNITS.has(third) && /^(?:more|whole|full|hele|heile|nye)$/.test(second)
    ? { count, length: 2 }
    : { count, length: 1 }
}

function oneAmountAt(tokens: readonly WordToken[], at: number): Amount | undefined {
  const counted = countAt(tokens, at)
  if (!counted) return undefined
  const unitAt = at + counted.length
  const unit = UNITS.get(tokens[unitAt]?.word ?? '')
  if (unit === undefined || counted.count <= 0) return undefined
  const to = unitAt + 1
  if (/^quarters?$/.test(wordAt(tokens, unitAt)) && wordAt(tokens, to) === 'of')
    return { seconds: Math.round(counted.count * unit), from: at, to: to + 3 }
  // "An hour and a half", where no other unit follows.
  if (isAndAHalf(tokens, to) && !UNITS.has(wordAt(tokens, to + 3)))
    return { seconds: Math.round((counted.count + 0.5) * unit), from: at, to: to + 3 }
  return { seconds: Math.round(counted.count * unit), from: at, to }
}

/** The length of time that begins at an index, if one does: `10 min`, `én time`, `1 time og 30 minutter`. */
export function amountAt(tokens: readonly WordToken[], at: number): Amount | undefined {
  const amount = oneAmountAt(tokens, at)
  if (!amount) return undefined
  const isJoined = ['og', 'and'].includes(tokens[amount.to]?.word ?? '')
  const rest = oneAmountAt(tokens, amount.to + (isJoined ? 1 : 0))
  const continues = rest !== undefined && !tokens[amount.to - 1]?.endsSentence && rest.seconds < amount.seconds
  return continues ? { seconds: amount.seconds + rest.seconds, from: at, to: rest.to } : amount
}
