/** A request as documentation shows it, in every language and as *Try it* sends it. */
export type SampleRequest = {
  readonly method: string
  /** With its query, from the root. */
  readonly path: string
  readonly contentType: string | undefined
  readonly body: string | undefined
  /** Whether it shows a token. */
  readonly token: boolean
}

/** Where samples send: the pages put their own address there. */
export const ORIGIN = 'http://127.0.0.1:8787'
