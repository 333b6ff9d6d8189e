/** The names of U+00A0 to U+00FF, in order. HTML 4.01, 24.2.1. */
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'

/** Marks and letters beyond Latin-1 that letters are written with. HTML 4.01, 24.3 and 24.4. */
const OTHERS =
  'quot" amp& lt< gt> apos\' OEligŒ oeligœ ScaronŠ scaronš YumlŸ ensp\u2002 emsp\u2003 thinsp\u2009 zwnj\u200c zwj\u200d lrm\u200e rlm\u200f ndash– mdash— lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ dagger† Dagger‡ bull• hellip… permil‰ prime′ lsaquo‹ rsaquo› euro€ trade™ larr← uarr↑ rarr→ darr↓ minus− ne≠ le≤ ge≥ infin∞ check✓'

const FIRST_LATIN_1 = 0xa0
const LARGEST_CODE_POINT = 0x10ffff
const REPLACEMENT_CHARACTER = '\ufffd'

const CHARACTERS = new Map<string, string>()
for (const [index, name] of LATIN_1.split(' ').entries())
  CHARACTERS.set(name, String.fromCharCode(FIRST_LATIN_1 + index))
for (const [, name, character] of OTHERS.matchAll(/([A-Za-z]+)([^A-Za-z ])/gu))
  if (name !== undefined && character !== undefined) CHARACTERS.set(name, character)

function fromCodePoint(code: number): string {
  const isCharacter = code > 0 && code <= LARGEST_CODE_POINT && (code < 0xd800 || code > 0xdfff)
  return isCharacter ? String.fromCodePoint(code) : REPLACEMENT_CHARACTER
}

/** A text with its character references resolved. A name that is not known stays as it is written. */
export const resolveCharacterReferences = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,8})|#(\d{1,8})|([a-z][a-z0-9]{1,31}));/gi, (written, hexadecimal, decimal, name) => {
    if (hexadecimal !== undefined) return fromCodePoint(Number.parseInt(hexadecimal, 16))
    if (decimal !== undefined) return fromCodePoint(Number(decimal))
    return CHARACTERS.get(name) ?? written
  })
