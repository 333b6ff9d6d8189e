/** The fewest letters to add, remove, change or swap with a neighbour that make one word of another. */
function distance(from: string, to: string): number {
  let beforeLast: readonly number[] = []
  let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1]
      let least = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + +!same)
      if (from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1])
        least = Math.min(least, (beforeLast[column - 2] ?? Number.POSITIVE_INFINITY) + 1)
      current.push(least)
    }
    beforeLast = last
    last = current
  }
  return last[to.length] ?? 0
}

/** How much of a keyword may be wrong for it to be taken for another one. */
const TOLERANCE = 0.4

/** No known word is longer, and the comparison takes time in proportion to both lengths. */
const COMPARED_MAX_UNITS = 60

/**
 * The known word that a misspelt one most likely stands for; `undefined` where none is near. `tolerance` is the share of
 * the known word's letters that may be wrong.
 */
export function nearestWord(written: string, known: readonly string[], tolerance = TOLERANCE): string | undefined {
  if (written.length > COMPARED_MAX_UNITS) return undefined
  const folded = written.toLowerCase().replaceAll('_', '')
  let nearest: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const word of known) {
    if (Math.abs(word.length - folded.length) > word.length * tolerance) continue
    const apart = distance(folded, word.toLowerCase())
    if (apart < least && apart <= word.length * tolerance) {
      least = apart
      nearest = word
    }
  }
  return nearest
}
