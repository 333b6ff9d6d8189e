/** Names that are remembered: those of every request, several times over. */
const REMEMBERED_MAX = 1_000

/** No member of a request has a longer name. */
const NAME_MAX_UNITS = 64

const folded = new Map<string, string>()

/**
 * A member's name in small letters, as Altinn's reader compares it. Remembered, since the names of one request are those of the next:
 * a text made anew each time would be hashed anew wherever it is looked up.
 */
export function foldName(name: string): string {
  const known = folded.get(name)
  if (known !== undefined) return known
  const small = name.toLowerCase()
  if (folded.size < REMEMBERED_MAX && name.length <= NAME_MAX_UNITS) folded.set(name, small)
  return small
}
