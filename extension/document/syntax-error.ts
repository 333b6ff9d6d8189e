import type { TextEdit } from './text-edit.ts'

/** What is wrong with a text as JSON, before anyone asks what it says. */
export type SyntaxErrorReason =
  | 'empty'
  | 'symbol'
  | 'number'
  | 'property-name'
  | 'value'
  | 'colon'
  | 'comma'
  | 'close-brace'
  | 'close-bracket'
  | 'after-end'
  | 'comment'
  | 'comment-inside'
  | 'open-comment'
  | 'open-string'
  | 'unicode'
  | 'escape'
  | 'character'
  | 'trailing-comma'
  | 'duplicate'
  | 'deep'
  | 'large'
  | 'large-file'
  | 'not-judged'
  | 'no-rule'
  | 'cut-off'

/** One syntax error and the text it is about. */
export type JsonSyntaxError = {
  readonly reason: SyntaxErrorReason
  readonly start: number
  readonly end: number
  /** The name that stands twice, or that no rule has; the number of levels after which it is cut off. */
  readonly name?: string
  /** The name that is most likely meant. */
  readonly meant?: string
  /** Whether it stands there in the same letter case both times. */
  readonly sameCase?: boolean
  /** Where the commas stand that are too many. */
  readonly commas?: readonly number[]
  /** What puts it right. */
  readonly edit?: TextEdit
  /** Where the other one stands. */
  readonly other?: { readonly start: number; readonly end: number }
}

/** A comment or a comma too many does not hide what a text means; every other syntax error does. */
const HARMLESS: ReadonlySet<SyntaxErrorReason> = new Set([
  'comment',
  'comment-inside',
  'trailing-comma',
  'duplicate',
  'no-rule',
  'cut-off',
])

/** Whether a text with a syntax error still says what it means. */
export const isHarmless = ({ reason }: JsonSyntaxError): boolean => HARMLESS.has(reason)

/** Mistakes of one text that are told: to know of a hundred is enough to put it right, and ten thousand take seconds. */
const TOLD_MAX = 100

/** The mistakes of a text in the order in which they are found: the first hundred, and the first that breaks it. */
export class SyntaxErrors {
  readonly told: JsonSyntaxError[] = []
  #broken = false

  add(syntaxError: JsonSyntaxError): void {
    const breaks = !this.#broken && !isHarmless(syntaxError)
    if (this.told.length < TOLD_MAX || breaks) this.told.push(syntaxError)
    this.#broken ||= breaks
  }

  get isFull(): boolean {
    return this.told.length >= TOLD_MAX
  }

  /** Whether nothing further would be told, and the text is broken anyway. */
  get isHopeless(): boolean {
    return this.isFull && this.#broken
  }
}
