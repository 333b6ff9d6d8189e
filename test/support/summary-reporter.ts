import type { Reporter, TestModule } from 'vitest/node'

/**
 * Ends a run with the tests that passed only when tried again, by name, and one plain line that any tool can read: how
 * many tests passed, failed and were skipped.
 */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const counts = { passed: 0, failed: 0, skipped: 0 }
    for (const module of modules) {
      // A file that could not even be loaded has no tests, and must not look like one that passed.
      if (module.state() === 'failed' && module.errors().length > 0) counts.failed++
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state === 'passed' || state === 'failed') counts[state]++
        else counts.skipped++
        if (test.diagnostic()?.flaky) process.stdout.write(`\nPassed when tried again: ${test.fullName}\n`)
      }
    }
    process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`)
  }
}
