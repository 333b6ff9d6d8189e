import type { Described } from './described.ts'

/**
 * Takes the place of `described` where no description is made (`imports` of worker/package.json). It is empty, and a function
 * declaration, so that the bundler removes each call with all that only documentation needs: the schemas of answers, and texts.
 */
export function described<Thing>(_make: () => Thing): Described<Thing> {
  return undefined
}
