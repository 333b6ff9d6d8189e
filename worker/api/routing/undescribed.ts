import type { Described } from './described.ts'

/**
 * Takes the place of `described` where no description is made (`imports` of worker/package.json). It is empty, and a function
 * declaration, so that the bundler removes each call with all that only documentation needs: schemas of answers, and words.
 */
export function described<Thing>(_make: () => Thing): Described<Thing> {
  return undefined
}

/** Takes the place of `words` in the same way. */
export function words(_make: () => string): undefined {
  return undefined
}
