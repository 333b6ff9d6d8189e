import type { Position } from './line-index.ts'

/** A stretch of text as the language server protocol tells it. */
export type LineRange = { readonly start: Position; readonly end: Position }
