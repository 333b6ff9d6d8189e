import { once } from '../../once.ts'

/** How two labels are joined. `after` is a dot followed by space, which mostly ends a sentence. */
type Separator = 'dot' | 'bracketed-dot' | 'bracketed-word' | 'spaced' | 'after' | 'spelt'

/** One part of a would-be domain. `text` is without the spaces of letters set apart (`n a v`). */
export type Label = {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly apart: boolean
  /** What stands before it. Means nothing for the first label of a chain. */
  readonly separator: Separator
}

const LABEL = once(() => /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_-]*[\p{L}\p{M}\p{N}])?/uy)
/** At most a domain label's 63 characters (RFC 1035) of single letters. */
const LETTERS_APART = once(() => /[\p{L}\p{N}](?: [\p{L}\p{N}](?![\p{L}\p{M}\p{N}_-])){1,62}/uy)
const BRACKETED = once(() => /\s{0,2}[[({<]\s?(\.|dot|punktum|prikk|punkt)\s?[\])}>]\s{0,2}(?=[\p{L}\p{N}])/iuy)
const DOT = once(() => /\.(?=[\p{L}\p{N}])/uy)
const SPACED_DOT = once(() => /\s{1,2}\.\s{0,2}(?=[\p{L}\p{N}])/uy)
/** A capital or a number after a dot and a space is a new sentence or the rest of an abbreviation. */
const DOT_AND_SPACE = once(() => /\.\s{1,2}(?=\p{Ll})/uy)
const SPELT = once(() => /\s{1,2}(?:punktum|prikk|dot)\s{1,2}(?=[\p{L}\p{N}])/iuy)

/** What comes right after the first label of every link, or is one. Most words have none of it and are never read. */
const SIGN = once(
  () =>
    /\.(?=[\p{L}\p{N}]|\s{1,2}\p{Ll})|(?<=\s)\.|[:;[({<]|\b(?:[Pp](?:unktum|UNKTUM|rikk|RIKK)|[Dd](?:ot|OT))\b|\b[Ll](?:ocalhost|OCALHOST)\b/gu,
)

function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index
  return pattern.exec(text)
}

/** Whether labels are written with the unit at an index. Codes first: it is asked of every unit before a sign. */
function isLabelUnit(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  if (code >= 128) return /[\p{L}\p{M}\p{N}]/u.test(text.charAt(index))
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 45 ||
    code === 95
  )
}

/** Where the label begins that ends at an index, or the letters set apart. Never before the floor. */
function labelStart(text: string, end: number, floor: number): number {
  let start = end
  while (start > floor && isLabelUnit(text, start - 1)) start -= 1
  if (end - start !== 1) return start
  while (start - 2 >= floor && text.charAt(start - 1) === ' ' && isLabelUnit(text, start - 2)) {
    if (start - 3 >= floor && isLabelUnit(text, start - 3)) break
    start -= 2
  }
  return start
}

/** Where the next label stands that a link could begin with, at or after an index. */
export function nextChainStart(text: string, from: number): number | undefined {
  for (let at = from; ; ) {
    const sign = matchAt(SIGN(), text, at)
    if (!sign) return undefined
    at = SIGN().lastIndex
    if (sign[0].length === 'localhost'.length) return sign.index
    let end = sign.index
    while (end > from && end > sign.index - 2 && /\s/.test(text.charAt(end - 1))) end -= 1
    let start = labelStart(text, end, from)
    while (start < end && '-_ '.includes(text.charAt(start))) start += 1
    if (start < end) return start
  }
}

/** Reads the label at an index. */
function readLabel(text: string, start: number, separator: Separator): Label | undefined {
  const whole = matchAt(LABEL(), text, start)?.[0]
  if (whole === undefined) return undefined
  // Only a letter on its own can begin letters set apart; the check spares every other word a search.
  const apart = whole.length === 1 ? matchAt(LETTERS_APART(), text, start)?.[0] : undefined
  if (apart === undefined) return { start, end: start + whole.length, text: whole, apart: false, separator }
  return { start, end: start + apart.length, text: apart.replaceAll(' ', ''), apart: true, separator }
}

type Joint = { readonly end: number; readonly separator: Separator }

function readJoint(text: string, at: number): Joint | undefined {
  if (matchAt(DOT(), text, at)) return { end: at + 1, separator: 'dot' }
  if (matchAt(DOT_AND_SPACE(), text, at)) return { end: DOT_AND_SPACE().lastIndex, separator: 'after' }
  if (matchAt(SPACED_DOT(), text, at)) return { end: SPACED_DOT().lastIndex, separator: 'spaced' }
  if (matchAt(SPELT(), text, at)) return { end: SPELT().lastIndex, separator: 'spelt' }
  const bracketed = matchAt(BRACKETED(), text, at)
  if (!bracketed) return undefined
  return { end: BRACKETED().lastIndex, separator: bracketed[1] === '.' ? 'bracketed-dot' : 'bracketed-word' }
}

/** The labels from an index on that dots, or what is read as dots, join. Empty when no label begins there. */
export function readChain(text: string, start: number): readonly Label[] {
  const chain: Label[] = []
  let label = readLabel(text, start, 'dot')
  while (label) {
    chain.push(label)
    const joint = readJoint(text, label.end)
    label = joint && readLabel(text, joint.end, joint.separator)
  }
  return chain
}
