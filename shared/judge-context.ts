/** What a verdict depends on beside the document: the time, and what is known of the service that the document is for. */
export type JudgeContext = {
  /** Milliseconds since 1970. */
  readonly nowMs: number
  /**
   * Whether the service lets a condition lie on its own machine, as it does in development. `undefined` where it is
   * not known which service it will be.
   */
  readonly allowLoopback: boolean | undefined
  /** Whether the document is a request that is being sent, and cannot be a piece of one. */
  readonly isSent: boolean
  /** The calling codes of the countries that SMS may go to, such as `47`. Left out where every country may, or where that is unknown. */
  readonly smsCountries?: readonly string[] | undefined
}
