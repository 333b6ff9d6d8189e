import fc from 'fast-check'
import { inject } from 'vitest'

declare module 'vitest' {
  export interface ProvidedContext {
    /** What properties draw their examples from; `undefined` for other ones each time. */
    propertySeed: number | undefined
  }
}

const seed = inject('propertySeed')

if (seed !== undefined) fc.configureGlobal({ seed })
