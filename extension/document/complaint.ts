/** What is wrong with a text as JSON, before anyone asks what it says. */
export type ComplaintReason =
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

/** One complaint and the text it is about. */
export type Complaint = {
  readonly reason: ComplaintReason
  readonly start: number
  readonly end: number
  /** The name that stands twice. */
  readonly name?: string
  /** Whether it stands there in the same letter case both times. */
  readonly sameCase?: boolean
  /** Where the other one stands. */
  readonly other?: { readonly start: number; readonly end: number }
}
