/**
 * A table that is looked up by a word that a caller chooses. An object would do as well, if it did not also find
 * `constructor` and everything else that every object has.
 */
export const table = <Value>(entries: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> =>
  new Map(Object.entries(entries))
