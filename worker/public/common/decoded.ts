/** A word of an address as it was; `undefined` where it is cut off in the middle of an escape. */
export function decoded(word: string): string | undefined {
  try {
    return decodeURIComponent(word)
  } catch {
    return undefined
  }
}
