/** A file that is derived from something else: its place in the repository and its content. */
export type Output = { readonly path: string; readonly content: string }
