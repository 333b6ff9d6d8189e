/** Repairs that one text is given at most: each is a text of its own, and nobody chooses among more. */
const REPAIRS_MAX = 20

/**
 * Makes the repairs of a text's keywords: each replaces one word, wherever in the text it stands. The same word is
 * replaced once and remembered; after the first few words there are no more repairs.
 */
export function createKeywordReplacer(text: string): (written: string, by: string) => string | undefined {
  const made = new Map<string, string>()
  return (written, by) => {
    const known = made.get(written)
    if (known !== undefined || made.size >= REPAIRS_MAX) return known
    const replaced = text.replaceAll(`$${written}$`, () => by)
    made.set(written, replaced)
    return replaced
  }
}
