import type { Label } from './chain.ts'

const WEB_MARK = /\s?(?:\[:\]|[:;])\s?(?:\[?[/\\]\]?){2}|\s?\[:\/\/\]/y
const ANY_MARK = /:\/\//y
const NO_SLASHES = /:(?=[^\s/])/y

/** The schemes that a reader knows with or without their `//`, and the ways they are made harmless to click. */
const WEB_SCHEME = /^(?:h(?:tt|xx|\*\*)ps?|s?f(?:t|x)ps?|wss?)$/i
const OPAQUE_SCHEME = /^(?:mailto|javascript|vbscript)$/i

/** What a phone dials or writes to at a tap. `Tel:` before a number is only a label, so it takes more to be a link. */
const PHONE_SCHEME = /^(?:tel|callto|sms|smsto|mms|facetime)$/i
const COUNTRY_CODE = /:(?=\+\d)/y
const DIGITS = /:(?=\d[\d-]{2})/y

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
  const { name, start } = nameAtEnd(last)
  const target = targetOf(text, name, last.end)
  if (target === undefined || !/[^\s<>"«»“”]/.test(text.charAt(target))) return undefined
  let first = chain.length - 1
  // `no.etaten.app://` is one scheme, but the sentence before `https://` is not part of it.
  while (!WEB_SCHEME.test(name) && first > 0 && chain[first]?.separator === 'dot') first -= 1
  const isWhole = first < chain.length - 1
  return { start: (isWhole ? chain[first]?.start : start) ?? start, target, labels: chain.length - first }
}

/** The Latin letters at the end of a label, where others stand before them: `テストhttp`, `påhttp`. */
function nameAtEnd({ text, start, end, apart }: Label): { readonly name: string; readonly start: number } {
  let at = text.length
  while (at > 0 && /[a-z0-9+-]/i.test(text.charAt(at - 1))) at -= 1
  // Letters set apart stand wider in the text than in the label.
  return apart || at === text.length ? { name: text, start } : { name: text.slice(at), start: end - text.length + at }
}

function targetOf(text: string, name: string, end: number): number | undefined {
  if (WEB_SCHEME.test(name)) return markEnd(WEB_MARK, text, end)
  if (OPAQUE_SCHEME.test(name)) return markEnd(NO_SLASHES, text, end) ?? markEnd(ANY_MARK, text, end)
  if (!/^[a-z][a-z0-9+-]+$/i.test(name)) return undefined
  return (PHONE_SCHEME.test(name) ? phoneTarget(text, name, end) : undefined) ?? markEnd(ANY_MARK, text, end)
}

const phoneTarget = (text: string, name: string, end: number): number | undefined =>
  markEnd(COUNTRY_CODE, text, end) ?? (name === name.toLowerCase() ? markEnd(DIGITS, text, end) : undefined)

/** Whether a scheme is spelt so that nothing opens it: `hxxp`, `https[:]//`. */
export const isDefangedScheme = (written: string): boolean => /^(?:h(?:xx|\*\*)|s?fxp)|\[/i.test(written)
