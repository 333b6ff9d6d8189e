import { SIGN, signsOf } from '../signs.ts'

/** What joins the parts of an address or disguises it: a colon, a bracket, a code for a character, anything beyond Latin letters. */
const ANY_OF = SIGN.joint | SIGN.openBracket | SIGN.openBrace | SIGN.less | SIGN.percent | SIGN.ampersand | SIGN.foreign

/** A dot that does not just end a sentence. */
const DOT = /\.(?=\S|\s{1,2}[^\sA-Z\dÆØÅ])|\s\./

/** A dot in letters, and the one name that needs none. */
const WORD = /punktum|prikk|dot|localhost/i

/** Whether a text has anything that every link has. Most texts have nothing, and telling so is cheap. */
export const mayHoldLink = (text: string, signs = signsOf(text)): boolean =>
  (signs & ANY_OF) !== 0 || ((signs & SIGN.dot) !== 0 && DOT.test(text)) || WORD.test(text)
