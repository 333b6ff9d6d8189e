import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { BaseSequencer, startVitest } from 'vitest/node'
import { ROOT } from '../../scripts/run.ts'
import { Found } from './found.ts'
import { instrumented } from './instrumented.ts'

/** What `npm run mutate` starts once the instrumenter is there. */
const { values } = parseArgs({
  options: {
    mutate: { type: 'string', multiple: true, default: ['worker/domain/**/*.ts', 'worker/ledger/**/*.ts'] },
    tests: { type: 'string', multiple: true, default: ['worker/domain/**/*.test.ts', 'ledger/**/*.test.ts'] },
  },
})

/** The file that tries the mutants, once all tests are known. */
const LAST = 'mutation/try-mutants.ts'

class LastLast extends BaseSequencer {
  override async sort(files: Parameters<BaseSequencer['sort']>[0]) {
    const sorted = await super.sort(files)
    return sorted.toSorted((one, other) => Number(one.moduleId.endsWith(LAST)) - Number(other.moduleId.endsWith(LAST)))
  }
}

/** Far longer than any of these tests takes. */
const TEST_TIMEOUT_MS = 20_000

const { code, mutants } = await instrumented(values.mutate)
const folder = mkdtempSync(join(tmpdir(), 'straks-mutants-'))
const mutantsFoundIn = join(folder, 'found.json')

const vitest = await startVitest(
  'test',
  [],
  {
    config: false,
    watch: false,
    root: `${ROOT}test`,
    include: [...values.tests, LAST],
    provide: { longRuns: false, propertySeed: 20_261_126, mutantsFoundIn },
    setupFiles: [`${ROOT}test/support/property-seed.ts`],
    runner: `${ROOT}test/mutation/runner.ts`,
    // One process has all of them.
    isolate: false,
    fileParallelism: false,
    // A file's mutants are numbered anew in each run.
    fsModuleCache: false,
    testTimeout: TEST_TIMEOUT_MS,
    sequence: { sequencer: LastLast },
    reporters: ['dot'],
  },
  { plugins: [{ name: 'mutants', enforce: 'pre', transform: (_code, id) => code.get(id) }] },
)
await vitest.close()
if (process.exitCode) throw new Error('A test fails without any mutant')

const { found, called } = Found.parse(JSON.parse(readFileSync(mutantsFoundIn, 'utf8')))
rmSync(folder, { recursive: true })
const isFound = new Set(found)
const isCalled = new Set(called)
const left = mutants.filter(({ id }) => !isFound.has(id))
for (const { id, place, change } of left)
  console.log(`${isCalled.has(id) ? 'not found ' : 'not called'} ${place} ${change}`)
const score = ((100 * found.length) / mutants.length).toFixed(1)
console.log(
  `${found.length} of ${mutants.length} mutants found: ${score} %. Tests come past ${called.length}. ` +
    `${Math.round(process.uptime())} s`,
)
