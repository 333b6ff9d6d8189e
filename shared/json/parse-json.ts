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

/**
 * Reads JSON.
 *
 * @throws SyntaxError whose message quotes the text: never show or log it.
 */
export const parseJson = (text: string): unknown =>
  MAY_HAVE_WRITTEN_NUMBER.test(text) ? JSON.parse(text, keepNumbers) : JSON.parse(text)
