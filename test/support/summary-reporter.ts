import { relative } from 'node:path'
import type { Reporter, TestModule } from 'vitest/node'

/** How many of the slowest files a run names: those that `slow-first.ts` should know. */
const SLOWEST_SHOWN = 12

const MS_PER_SECOND = 1_000
const seconds = (ms: number): string => `${Math.round(ms / MS_PER_SECOND)} s`

/**
 * Ends a whole run with how long each project and the slowest files took; and each with the tests that passed only when
 * tried again, by name, and one plain line that any tool can read: how many tests passed, failed and were skipped.
 */
export default class SummaryReporter implements Reporter {
  /** When the first file of each project started, and when its last ended. */
  readonly #spans = new Map<string, { readonly fromMs: number; readonly toMs: number }>()

  onTestModuleStart({ project }: TestModule): void {
    const nowMs = performance.now()
    if (!this.#spans.has(project.name)) this.#spans.set(project.name, { fromMs: nowMs, toMs: nowMs })
  }

  onTestModuleEnd({ project }: TestModule): void {
    const span = this.#spans.get(project.name)
    if (span) this.#spans.set(project.name, { ...span, toMs: performance.now() })
  }

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
    if (this.#spans.size > 1) this.#tellTimes(modules)
    process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`)
  }

  #tellTimes(modules: readonly TestModule[]): void {
    const projects = Array.from(this.#spans, ([name, { fromMs, toMs }]) => `${name} ${seconds(toMs - fromMs)}`)
    const slowest = [...modules]
      .sort((one, other) => other.diagnostic().duration - one.diagnostic().duration)
      .slice(0, SLOWEST_SHOWN)
      .map(
        (module) =>
          `  ${relative(module.project.config.root, module.moduleId)} (${module.project.name}) ${seconds(module.diagnostic().duration)}\n`,
      )
    process.stdout.write(`\nProjects: ${projects.join(', ')}\nSlowest files:\n${slowest.join('')}`)
  }
}
