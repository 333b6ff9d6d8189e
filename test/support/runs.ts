import { inject } from 'vitest'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Whether properties are tried as often as they ask for: in CI. */
    longRuns: boolean
  }
}

/** The share of a property's runs that is made where someone waits for them. */
const SHORT_SHARE = 0.1

/** How often to try a property: as often as asked in CI, a tenth of it elsewhere. */
export const runs = (count: number): number => (inject('longRuns') ? count : Math.ceil(count * SHORT_SHARE))
