/**
 * Makes a thing when it is first asked for, and once. The schema of a request is some hundred objects, and most processes
 * are asked about one or two kinds of request: a Worker that wakes, a language server that shows its first complaint.
 */
export function once<Thing>(make: () => Thing): () => Thing {
  let made: { readonly thing: Thing } | undefined
  return () => {
    made ??= { thing: make() }
    return made.thing
  }
}
