/**
 * What joins the parts of an address or disguises it: a colon, a bracket, a code for a character, anything beyond Latin
 * letters, and a dot that does not just end a sentence.
 */
const SIGN = /[:;[({<%&\u00ad·\u0131\u0250-\uffff]|\.(?=\S|\s{1,2}[^\sA-Z\dÆØÅ])|\s\./

/** A dot in letters, and the one name that needs none. */
const WORD = /punktum|prikk|dot|localhost/i

/** Whether a text has anything that every link has. Most texts have nothing, and telling so is cheap. */
export const mayHoldLink = (text: string): boolean => SIGN.test(text) || WORD.test(text)
