/** What is made when the API is described, and absent from the Worker, which never describes itself. */
export type Described<Thing> = (() => Thing) | undefined

/** Keeps what a route's documentation says for the API's description. The Worker's own bundle has `undescribed.ts` in its place. */
export function described<Thing>(make: () => Thing): Described<Thing> {
  return make
}

/** What a route's documentation says, on a host that keeps it. */
export function descriptionOf<Thing>(make: Described<Thing>): Thing {
  if (!make) throw new Error('This host leaves out what is only described')
  return make()
}
