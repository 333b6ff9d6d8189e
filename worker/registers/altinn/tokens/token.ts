/** A bearer token, and when it ends in milliseconds since 1970. */
export type Token = { readonly value: string; readonly expiresAtMs: number }

/** Gets a new token; `undefined` where there is none to be had now. */
export type TokenSource = () => Promise<Token | undefined>
