import type { Label } from './chain.ts'

const WEB_MARK = /\s?(?:\[:\]|[:;])\s?(?:\[?[/\\]\]?){2}|\s?\[:\/\/\]/y
const ANY_MARK = /:\/\//y
const NO_SLASHES = /:(?=[^\s/])/y

/** The schemes that a reader knows with or without their `//`, and the ways they are made harmless to click. */
const WEB_SCHEME = /^(?:h(?:tt|xx|\*\*)ps?|s?f(?:t|x)ps?|wss?)$/i
const OPAQUE_SCHEME = /^(?:mailto|javascript|vbscript)$/i

/** A scheme and its mark at the end of a chain: where the link begins, and where what it points at begins. */
export type Scheme = { readonly start: number; readonly target: number; readonly labels: number }

function markEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : undefined
}

/** The scheme at the end of a chain of labels, if a target follows it at once. `labels` counts the labels it takes. */
export function readScheme(text: string, chain: readonly Label[]): Scheme | undefined {
  const last = chain.at(-1)
  if (!last) return undefined
  const target = targetOf(text, last)
  if (target === undefined || !/[^\s<>"«»“”]/.test(text.charAt(target))) return undefined
  let first = chain.length - 1
  // `no.etaten.app://` is one scheme, but the sentence before `https://` is not part of it.
  while (!WEB_SCHEME.test(last.text) && first > 0 && chain[first]?.separator === 'dot') first -= 1
  return { start: chain[first]?.start ?? last.start, target, labels: chain.length - first }
}

function targetOf(text: string, { text: name, end }: Label): number | undefined {
  if (WEB_SCHEME.test(name)) return markEnd(WEB_MARK, text, end)
  if (OPAQUE_SCHEME.test(name)) return markEnd(NO_SLASHES, text, end) ?? markEnd(ANY_MARK, text, end)
  return /^[a-z][a-z0-9+-]+$/i.test(name) ? markEnd(ANY_MARK, text, end) : undefined
}

/** Whether a scheme is spelt so that nothing opens it: `hxxp`, `https[:]//`. */
export const isDefangedScheme = (written: string): boolean => /^(?:h(?:xx|\*\*)|s?fxp)|\[/i.test(written)
