import { type RunnerTestCase, TestRunner } from 'vitest'
import './switches.ts'

/** Runs each test as it is, and keeps it for the mutants that it came past. */
export default class MutationRunner extends TestRunner {
  async runTask(test: RunnerTestCase): Promise<void> {
    const run = TestRunner.getTestFn(test)
    const beganMs = performance.now()
    __stryker__.currentTestId = test.id
    await run()
    __stryker__.currentTestId = undefined
    const passed = Object.entries(__stryker__.mutantCoverage.perTest[test.id] ?? {})
    passedTests.push({ run, passed, tookMs: performance.now() - beganMs })
  }
}
