import { properName } from './documents/member-names.ts'
import type { Edit, Finding, Path, Repair } from './finding.ts'

/** A path up to the first name that the document's writer chose. What is below has no name of ours. */
export function redactPath(path: Path): Path {
  const chosen = path.findIndex((step) => typeof step === 'string' && properName(step) === undefined)
  return chosen < 0 ? path : path.slice(0, chosen)
}

const isOurs = (path: Path): boolean => redactPath(path).length === path.length

const namesOnlyOurs = ({ path }: Edit): boolean => isOurs(path)

const repairable = ({ edits }: Repair): boolean => edits.every(namesOnlyOurs)

/**
 * A finding without any word, number or name of its document, so that it may be logged elsewhere. Its path ends where
 * the caller's own names begin.
 */
export function redact(finding: Finding): Finding {
  const { path, message, unquoted = message, related = [], repairs, types, ...rest } = finding
  const told = repairs?.filter(repairable)
  return {
    ...rest,
    path: redactPath(path),
    // They are those of the value at the whole path.
    ...(types && isOurs(path) && { types }),
    message: unquoted,
    ...(told && told.length > 0 && { repairs: told }),
    ...(related.length > 0 && { related: related.map((place) => ({ ...place, path: redactPath(place.path) })) }),
  }
}
