/** A file that is derived from something else: its place in the repository and what it must hold. */
export type Output = { readonly path: string; readonly content: string }
