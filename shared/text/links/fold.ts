import { once } from '../../once.ts'
import { table } from '../../table.ts'
import { latinLookAlike } from './confusables.ts'

/** What folding changed at a place of the folded text. Bits, since several may meet in one place. */
export const FOLDED = { lookAlike: 1, hidden: 2, percent: 4, entity: 8 } as const

/** A text as a reader or a browser would take it, with the way back to the text as it was written. */
export type FoldedText = {
  readonly text: string
  /** `FOLDED` bits of everything that was changed within a folded range. */
  changes(start: number, end: number): number
  /** Where a folded unit begins, and where it ends, in the original. */
  originalStart(index: number): number
  originalEnd(index: number): number
}

type Piece = { readonly text: string; readonly change: number }

/** One piece of the folded text that is not as it was written. */
type Change = {
  readonly start: number
  readonly end: number
  readonly originalStart: number
  readonly originalEnd: number
  readonly change: number
}

const CONTINUATION = '%(?:25)*[89ab][0-9a-f]'
const PERCENT = `%(?:25)*(?:[2-7][0-9a-f]|[cd][0-9a-f]${CONTINUATION}|e[0-9a-f](?:${CONTINUATION}){2})`
const ENTITY = '&(?:#x?[0-9a-f]{1,7}|period|sol|colon|commat|num|quest|equals|shy|zwn?j|ZeroWidthSpace);'
/** Tags that leave no gap between the letters around them, so that `altinn<b>.</b>no` is shown as `altinn.no`. */
const INLINE_TAG =
  '</?(?:b|i|u|s|em|strong|span|font|small|mark|wbr|sub|sup)(?:\\s[^<>]{0,300})?/?>|<!--[^<>]{0,300}-->'
/** Dots at half the height of a letter: between letters they are read as the dot of a domain. */
const MIDDLE_DOTS = '·\u0387\u1427•\u2027∙⋅\u2e31・･'
const MIDDLE_DOT = `(?<=\\p{L})[${MIDDLE_DOTS}](?=\\p{L})`
/** Past Latin and its accents, save the punctuation that every text has. */
const FOREIGN = '[[\\u00ad\\u0131\\u0250-\\u{10ffff}]--[–—‘’‚“”„…€]]'
const FOLDABLE = once(() => new RegExp([PERCENT, ENTITY, INLINE_TAG, MIDDLE_DOT, FOREIGN].join('|'), 'giv'))

const NAMED_ENTITIES = table<string>({
  period: '.',
  sol: '/',
  colon: ':',
  commat: '@',
  num: '#',
  quest: '?',
  equals: '=',
})

/** What a text must have for any of it. Far cheaper to look for. */
const MAYBE_FOLDABLE = /[%&<·]|[^\0-\u00ac\u00ae-\u0130\u0132-\u024f–—‘’‚“”„…€]/

/** What an address is written with. Anything else that was encoded stays encoded, so that no markup appears. */
const ADDRESS_CHARACTER = once(() => /^[\p{L}\p{N}.~:/?#@=&+_-]$/u)

function foldCharacter(character: string): Piece | undefined {
  const latin = latinLookAlike(character)
  if (latin) return { text: latin, change: FOLDED.lookAlike }
  if (/^\p{Default_Ignorable_Code_Point}$/u.test(character)) return { text: '', change: FOLDED.hidden }
  const plain = character.normalize('NFKC')
  return plain === character ? undefined : { text: latinLookAlike(plain) ?? plain, change: FOLDED.lookAlike }
}

function decoded(character: string, change: number): Piece | undefined {
  const folded = foldCharacter(character)
  if (folded) return { text: folded.text, change: folded.change | change }
  return ADDRESS_CHARACTER().test(character) ? { text: character, change } : undefined
}

function foldPercent(written: string): Piece | undefined {
  try {
    return decoded(decodeURIComponent(written.replace(/%(?:25)+(?=[0-9a-f]{2})/gi, '%')), FOLDED.percent)
  } catch {
    // Bytes that are not UTF-8 spell nothing.
    return undefined
  }
}

function foldEntity(written: string): Piece | undefined {
  const name = written.slice(1, -1).toLowerCase()
  if (!name.startsWith('#')) {
    const character = NAMED_ENTITIES.get(name)
    return character ? decoded(character, FOLDED.entity) : { text: '', change: FOLDED.hidden | FOLDED.entity }
  }
  const codePoint = Number(name.startsWith('#x') ? `0x${name.slice(2)}` : name.slice(1))
  return codePoint <= 0x10ffff ? decoded(String.fromCodePoint(codePoint), FOLDED.entity) : undefined
}

function fold(written: string): Piece | undefined {
  if (written.startsWith('<')) return { text: '', change: FOLDED.hidden }
  if (written.startsWith('%') && written.length > 1) return foldPercent(written)
  if (written.startsWith('&') && written.length > 1) return foldEntity(written)
  if (MIDDLE_DOTS.includes(written)) return { text: '.', change: FOLDED.lookAlike }
  return foldCharacter(written)
}

/**
 * Folds a text to what is read: invisible characters go, look-alike letters and full-width signs become Latin ones,
 * percent signs and HTML entities are decoded. A text without any of it costs one search.
 */
export function foldText(original: string): FoldedText {
  const changes: Change[] = []
  if (!MAYBE_FOLDABLE.test(original)) return foldedText(original, changes)
  let text = ''
  let copied = 0
  for (const { 0: written, index } of original.matchAll(FOLDABLE())) {
    const piece = fold(written)
    if (!piece) continue
    text += original.slice(copied, index)
    copied = index + written.length
    const start = text.length
    text += piece.text
    changes.push({ start, end: text.length, originalStart: index, originalEnd: copied, change: piece.change })
  }
  return foldedText(text + original.slice(copied), changes)
}

function foldedText(text: string, list: readonly Change[]): FoldedText {
  /** The last change that begins at or before a folded index, past what is hidden right before it. */
  const changeAt = (index: number): number => {
    let [low, high] = [0, list.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((list[middle]?.start ?? 0) <= index) low = middle + 1
      else high = middle
    }
    return low - 1
  }
  const original = (index: number, side: 'originalStart' | 'originalEnd'): number => {
    const change = list[changeAt(index)]
    if (change && index < change.end) return change[side]
    const shift = change ? change.originalEnd - change.end : 0
    return index + shift + (side === 'originalEnd' ? 1 : 0)
  }
  return {
    text,
    originalStart: (index) => original(index, 'originalStart'),
    originalEnd: (index) => original(index, 'originalEnd'),
    changes(start, end) {
      let bits = 0
      for (let place = changeAt(end - 1); place >= 0; place -= 1) {
        const change = list[place]
        if (!change || change.end < start) break
        // What is hidden right before the range, or ends there, stands outside it.
        if (change.end > start) bits |= change.change
      }
      return bits
    },
  }
}
