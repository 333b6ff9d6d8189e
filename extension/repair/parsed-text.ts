import type { Node } from 'jsonc-parser'
import { treeOf } from '../document/parse-piece.ts'

/** A request's text and its tree, parsed once for all its repairs: a long one may have thousands of them. */
export type ParsedText = { readonly text: string; readonly tree: Node | undefined }

/** Parses a text, broken or not. */
export const parseText = (text: string): ParsedText => ({ text, tree: treeOf(text) })
