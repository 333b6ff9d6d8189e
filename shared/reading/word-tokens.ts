/** A word or a number of a text. */
export type WordToken = {
  /** In lower case. */
  readonly word: string
  readonly start: number
  readonly end: number
  /** Whether the sentence ends after it. */
  readonly endsSentence: boolean
}

/**
 * Latin letters by their range: the first message that a process judges mostly has a code, and `\p{L}` in any case takes
 * several milliseconds to prepare.
 */
const TOKEN = /\d+(?:[.,]\d+)?|[a-zà-ɏ]+/gi

/** A mark that ends a sentence: what follows is white space or nothing, so that `10 min.` may go on with a small letter. */
const SENTENCE_END = /^(?:[.!?…](?=\s+[^a-zà-ɏ\s]|\s*$)|[\s\S]{0,3}\n\s*\n|[.!?…]\s*\n)/

/** Abbreviations before a number: a sentence does not end with them. */
const ABBREVIATION = /^(?:ca|maks|max|approx|omtr)$/

/** The words and numbers of a text, in order. */
export function tokensOf(text: string): readonly WordToken[] {
  return Array.from(text.matchAll(TOKEN), ({ 0: written, index }) => {
    const end = index + written.length
    const word = written.toLowerCase()
    const endsSentence = SENTENCE_END.test(text.slice(end, end + 6)) && !ABBREVIATION.test(word)
    return { word, start: index, end, endsSentence }
  })
}
