import type { Route } from './route.ts'

/** Routes that lie below one prefix and belong together. */
export type RouteGroup = {
  readonly prefix: string
  /** The heading that the routes have in the API's description. Left out: they are not in it. */
  readonly tag?: { readonly name: string; readonly description: string }
  readonly routes: readonly Route[]
}
