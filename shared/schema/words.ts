/** Keeps what is said of a schema for descriptions of the API and for editors. The Worker's bundle has `no-words.ts` in its place. */
export function words(make: () => string): string {
  return make()
}
