/**
 * A number that is not plainly a whole one: with a point, an exponent or more digits than a number keeps. No member of a
 * request takes it, because .NET reads whole numbers only as they are usually written; it is kept as written, to be told.
 */
export class WrittenNumber {
  readonly source: string

  constructor(source: string) {
    this.source = source
  }
}

const WHOLE_NUMBER = /^-?\d+$/

/** A number as it was read, or as it was written. */
export const readNumber = (value: number, source: string): number | WrittenNumber =>
  WHOLE_NUMBER.test(source) && Number.isSafeInteger(value) ? value : new WrittenNumber(source)

/** Whether a text may have such a number. Often true of texts that have none; never false of one that has. */
const MAY_HAVE_WRITTEN_NUMBER = /(?:^|[:,[])\s*-?\d+(?:[.eE]|\d{15})/

/** What the engine's parser tells of each value: of a number also how it is written, where the engine is new enough. */
type Read = [name: string, value: unknown, written?: { readonly source?: string }]

const keepNumbers = (...[, value, written]: Read): unknown =>
  typeof value === 'number' ? readNumber(value, written?.source ?? String(value)) : value

/** Whether the engine's parser tells how a number is written. Node does from 22 on, and the terminal tool runs on 20. */
const tellsSource = (() => {
  let tells = false
  JSON.parse('1', (...[, , written]: Read) => {
    tells = written?.source === '1'
  })
  return tells
})()

const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g

/** Begins the string that stands for a number: a character that no text is written with. */
const MARK = '\ue000'

function countMarks(text: string): number {
  let count = 0
  while (text[count] === MARK) count++
  return count
}

/** The same where the engine's parser tells nothing: such numbers become strings, marked like no string in the text. */
export function parseJsonByMarks(text: string): unknown {
  let most = 0
  JSON.parse(text, (...[, value]: Read) => {
    if (typeof value === 'string') most = Math.max(most, countMarks(value))
    return value
  })
  const mark = MARK.repeat(most + 1)
  const marked = text.replaceAll(STRING_OR_NUMBER, (token) =>
    token.startsWith('"') || typeof readNumber(Number(token), token) === 'number' ? token : `"${mark}${token}"`,
  )
  return JSON.parse(marked, (...[, value]: Read) =>
    typeof value === 'string' && value.startsWith(mark) ? new WrittenNumber(value.slice(mark.length)) : value,
  )
}

/**
 * Reads JSON.
 *
 * @throws SyntaxError whose message quotes the text: never show or log it.
 */
export function parseJson(text: string): unknown {
  if (!MAY_HAVE_WRITTEN_NUMBER.test(text)) return JSON.parse(text)
  return tellsSource ? JSON.parse(text, keepNumbers) : parseJsonByMarks(text)
}
