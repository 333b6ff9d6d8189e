import fc from 'fast-check'
import { inject } from 'vitest'

declare module 'vitest' {
  export interface ProvidedContext {
    /** What properties draw their examples from; `undefined` for other ones each time. */
    propertySeed: number | undefined
    /** How many requests the fuzz of the API makes up, and what they are drawn from. */
    fuzz: { readonly requests: number; readonly seed: number }
  }
}

const seed = inject('propertySeed')

if (seed !== undefined) fc.configureGlobal({ seed })
