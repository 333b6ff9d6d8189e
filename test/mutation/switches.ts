/** What Stryker's instrumentation reads and writes: which mutant is awake, and which a test comes past, how often. */
type Switches = {
  activeMutant: string | undefined
  currentTestId: string | undefined
  hitCount: number | undefined
  hitLimit: number
  readonly mutantCoverage: {
    readonly static: Record<string, number>
    readonly perTest: Record<string, Record<string, number>>
  }
}

/** A test that has passed: how long it took, and how often it came past each mutant. */
export type PassedTest = {
  readonly run: () => unknown
  readonly tookMs: number
  readonly passed: readonly (readonly [mutant: string, hits: number])[]
}

declare global {
  var __stryker__: Switches
  /** The runner and the tests are loaded apart. */
  var passedTests: PassedTest[]
}

globalThis.__stryker__ ??= {
  activeMutant: undefined,
  currentTestId: undefined,
  hitCount: undefined,
  hitLimit: 0,
  mutantCoverage: { static: {}, perTest: {} },
}
globalThis.passedTests ??= []
