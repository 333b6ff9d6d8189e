/**
 * Makes a thing when it is first asked for, and once.
 *
 * For what takes long to make and is often not needed: the schema of a request is some hundred objects, and a pattern
 * with `\p{L}` in it a table of 600 ranges. A language server that shows its first finding, or a Worker that wakes,
 * needs a few of them at most.
 */
export function once<Thing>(make: () => Thing): () => Thing {
  let made: { readonly thing: Thing } | undefined
  return () => {
    made ??= { thing: make() }
    return made.thing
  }
}
