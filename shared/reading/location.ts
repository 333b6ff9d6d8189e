import type { Path } from '../finding.ts'

/** Where a value is: where its container is, and the last step from there. Of most values nothing is told, so paths are made on demand. */
export type Location = { readonly above: Location | undefined; readonly step: string | number }

/** Where a whole document stands: nothing leads to it. */
export const DOCUMENT_ROOT: Location = { above: undefined, step: '' }

/** The path of what stands there. */
export function pathAt(at: Location): Path {
  const path: (string | number)[] = []
  for (let place = at; place.above; place = place.above) path.push(place.step)
  return path.reverse()
}
