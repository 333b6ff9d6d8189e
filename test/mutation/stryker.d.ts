/** The part of Stryker's instrumenter that is used here: it is installed for the occasion, so its own types are not there. */
declare module '@stryker-mutator/instrumenter' {
  type Place = { readonly line: number; readonly column: number }

  export type Mutant = {
    readonly id: string
    readonly fileName: string
    readonly mutatorName: string
    readonly replacement: string
    readonly location: { readonly start: Place; readonly end: Place }
    /** Set where a comment leaves it out. */
    readonly status?: string
  }

  type SourceFile = { readonly name: string; readonly content: string; readonly mutate: boolean }

  export class Instrumenter {
    constructor(logger: Readonly<Record<'debug' | 'info' | 'warn' | 'isDebugEnabled', () => unknown>>)
    instrument(
      files: readonly SourceFile[],
      options: {
        readonly plugins: null
        readonly excludedMutations: readonly string[]
        readonly ignorers: readonly []
      },
    ): Promise<{ readonly files: readonly SourceFile[]; readonly mutants: readonly Mutant[] }>
  }
}
