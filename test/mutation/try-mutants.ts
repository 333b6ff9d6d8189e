import { writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, inject, it } from 'vitest'
import type { Found } from './found.ts'

/** A mutant that is passed so many times as often as before is in a loop without end. */
const HITS_MORE = 100

/** As a test's timeout. */
const WITHOUT_END = 0

async function fails(run: () => unknown, mutant: string, hits: number): Promise<boolean> {
  Object.assign(__stryker__, { activeMutant: mutant, hitCount: 0, hitLimit: hits * HITS_MORE })
  try {
    await run()
    return false
  } catch {
    return true
  } finally {
    Object.assign(__stryker__, { activeMutant: undefined, hitCount: undefined })
  }
}

/** Comes after all other files: their tests are run again with each mutant that none has found, the quickest first. */
it(
  'all tests but this, with mutants',
  async () => {
    // A property that has failed has found its mutant: no smaller example is looked for.
    fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true })
    const tests = passedTests.splice(0).sort((one, other) => one.tookMs - other.tookMs)
    const found = new Set<string>()
    for (const { run, passed } of tests) {
      for (const [mutant, hits] of passed) if (!found.has(mutant) && (await fails(run, mutant, hits))) found.add(mutant)
      // What a mutant has left behind would find others in its stead.
      await run()
    }
    const called = new Set(tests.flatMap(({ passed }) => passed.map(([mutant]) => mutant)))
    const result: Found = { found: [...found], called: [...called] }
    writeFileSync(inject('mutantsFoundIn'), JSON.stringify(result))
    expect(called.size).toBeGreaterThan(0)
  },
  WITHOUT_END,
)
