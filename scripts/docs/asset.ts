/** The environments: development shows an inbox, and production does not. */
export const AUDIENCES = ['development', 'production'] as const
export type Audience = (typeof AUDIENCES)[number]

/** A file beside the Worker, by its path below the folder of its audience. */
export type Asset = { readonly path: string; readonly content: string | Uint8Array }
