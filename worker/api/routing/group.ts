import type { Dialect } from '../../domain/failure.ts'
import type { Described } from './described.ts'
import type { Route } from './route.ts'

/** Routes that lie below one prefix and belong together. */
export type RouteGroup = {
  readonly prefix: string
  /** The heading that the routes have in the API's description. Left out: they are not in it. */
  readonly tag?: Described<{ readonly name: string; readonly description: string }>
  /** How a request that cannot be read is refused. Left out: as all of Altinn's notifications do. */
  readonly dialect?: Dialect
  readonly routes: readonly Route[]
}
