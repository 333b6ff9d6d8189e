/**
 * Takes the place of `words` in the Worker, which never describes itself (`imports` of shared/package.json). It is empty, and a
 * function declaration, so that the bundler removes each call with its words.
 */
export function words(_make: () => string): undefined {
  return undefined
}
