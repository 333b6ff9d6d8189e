import { table } from '../table.ts'
/** Where a text is damaged, and what stood there; `undefined` where that is lost. */
export type Damage = { readonly start: number; readonly end: number; readonly meant: string | undefined }

/** What Windows-1252 has where Latin-1 has control characters, from 0x80 on; a dot where it has nothing. */
const WINDOWS_1252 = '€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ'
const FIRST_OF_WINDOWS = 0x80

const BYTES = new Map<string, number>()
for (const [index, character] of Array.from(WINDOWS_1252).entries())
  if (character !== '.') BYTES.set(character, FIRST_OF_WINDOWS + index)

/** The byte that a character was made of, when UTF-8 was read as Windows-1252 or Latin-1. */
const byteOf = (character: string): number => BYTES.get(character) ?? character.charCodeAt(0)

const CONTINUATION = `[\\u0080-\\u00bf${Array.from(BYTES.keys()).join('')}]`

/**
 * Characters that come of reading UTF-8 as Windows-1252: those of Latin-1's letters and signs, of typographic marks, of
 * pictures and of Sami letters. Other pairs, such as `Å”`, stand in good texts too.
 */
const MOJIBAKE = new RegExp(
  `[ÂÃ]${CONTINUATION}|â${CONTINUATION}{2}|ð[Ÿ\\u009f]${CONTINUATION}{2}|Å[¡¾‹§½‚]|Ä[‘Œ]|[ÄÅ][\\u0080-\\u009f]|ï¿½|ï»¿`,
  'g',
)

/** What stands for a character that could not be read, in UTF-8 and as Windows-1252 shows it. */
const LOST = /\ufffd+/g
const LOST_TWICE = 'ï¿½'

/** References of HTML: letters and marks by their names, anything by its number. */
const REFERENCES = table<string>({
  aelig: 'æ',
  aring: 'å',
  oslash: 'ø',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  eacute: 'é',
  egrave: 'è',
  nbsp: ' ',
  amp: '&',
  quot: '"',
  laquo: '«',
  raquo: '»',
})
const REFERENCE = new RegExp(`&(?:(${[...REFERENCES.keys()].join('|')})|#(\\d{2,5}|x[0-9a-f]{2,4}));`, 'gi')

/** A letter that was escaped once more than it was read: by JSON or a program, or by the transport of mail. */
const ESCAPED = /\\u([0-9a-f]{4})|((?:=C[2-5]=[89AB][0-9A-F])+)/giu

/** What a character of Latin-1 would be that no text has: a control, rather than a letter or a sign. */
const CONTROL = /[\u0080-\u009f\ufffd]/

const LETTER = /^[\p{L}\p{P}\p{S}]+$/u

/** Bytes in hexadecimal as the text they are in UTF-8; `undefined` where they are none. */
function decodeBytes(bytes: readonly string[]): string | undefined {
  try {
    return decodeURIComponent(bytes.map((byte) => `%${byte}`).join(''))
  } catch {
    // Bytes that are not UTF-8 were no mistake of reading it.
    return undefined
  }
}

/** The text that some characters were before they were read in the wrong encoding. */
function decode(written: string): string | undefined {
  const bytes = Array.from(written, (character) => byteOf(character).toString(16).padStart(2, '0'))
  const text = decodeBytes(bytes)
  if (text === undefined || CONTROL.test(text)) return undefined
  // A byte-order mark was never meant to be read.
  return text.replace('\ufeff', '')
}

function characterOf(name: string | undefined, number: string | undefined): string | undefined {
  if (name === undefined) return String.fromCharCode(Number(number?.replace(/^x/i, '0x')))
  const character = REFERENCES.get(name.toLowerCase())
  return /^[a-z]/.test(name) ? character : character?.toUpperCase()
}

/** Finds characters that a wrong encoding has spoilt or lost, in order. */
export function findMojibake(text: string): readonly Damage[] {
  const found: Damage[] = []
  for (const { 0: written, index } of text.matchAll(MOJIBAKE)) {
    const meant = written === LOST_TWICE ? undefined : decode(written)
    if (meant !== undefined || written === LOST_TWICE) found.push({ start: index, end: index + written.length, meant })
  }
  if (text.includes('\\u') || text.includes('=C'))
    for (const { 0: written, 1: unit, index } of text.matchAll(ESCAPED)) {
      const meant =
        unit === undefined ? decodeBytes(written.slice(1).split('=')) : String.fromCharCode(Number(`0x${unit}`))
      if (meant !== undefined && LETTER.test(meant)) found.push({ start: index, end: index + written.length, meant })
    }
  if (text.includes('\ufffd'))
    for (const { 0: written, index } of text.matchAll(LOST))
      found.push({ start: index, end: index + written.length, meant: undefined })
  return found.sort((one, other) => one.start - other.start)
}

/** Finds references of HTML in a text that is not HTML, where they are read letter by letter. */
export const findCharacterReferences = (text: string): readonly Damage[] =>
  text.includes('&')
    ? Array.from(text.matchAll(REFERENCE), ({ 0: written, 1: name, 2: number, index }) => ({
        start: index,
        end: index + written.length,
        meant: characterOf(name, number),
      }))
    : []
