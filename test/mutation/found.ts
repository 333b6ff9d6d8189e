import * as z from 'zod'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The file in which the runner says what its tests found. */
    mutantsFoundIn: string
  }
}

/** Mutants by their ids. */
export const Found = z.object({
  /** Those with which a test failed. */
  found: z.array(z.string()),
  /** Those that a test came past. */
  called: z.array(z.string()),
})

export type Found = z.infer<typeof Found>
