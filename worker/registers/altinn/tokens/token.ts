/** A bearer token, and when it ends in milliseconds since 1970. */
export type AltinnToken = { readonly value: string; readonly expiresAtMs: number }

/** Gets a new token; `undefined` where there is none to be had now. */
export type AltinnTokenSource = () => Promise<AltinnToken | undefined>
