import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { SERVICES } from './support/service-under-test.ts'
import SlowFirst from './support/slow-first.ts'

const here = (path: string) => new URL(path, import.meta.url).pathname

/** Short, so that a test of what comes after it does not wait half a minute. */
const SHORT_GRACE = { RECEIPT_GRACE_SECONDS: '1' }

/** Tests of the pure core that run under Node, though the folder's others run in workerd. */
const PURE_WORKER = 'worker/domain/**/*.test.ts'

/** Tests that empty all storage. They share no runtime with others, since the Worker remembers which tables it has made. */
const RESETTING = globSync('worker/**/*.test.ts', { cwd: here('.') }).filter((file) =>
  readFileSync(here(file), 'utf8').includes('reset()'),
)

/** Tests of what a machine manages in a time: nothing else may run beside them. */
const MEASURING = ['process/failover.test.ts']

/** Thousands of requests one after the other. */
const FUZZ = 'conformance/fuzz.test.ts'

/** Every member of every request, which one host judges as the other does: once is enough. */
const EVERY_MEMBER = ['conformance/no-echo.test.ts', 'conformance/inherited-names.test.ts']

/** Started services run what this bundles once. */
const BUILT_WORKER = here('./support/built-worker/setup.ts')

/** Tests of the terminal run what this bundles once. */
const BUILT_TERMINAL = here('./support/built-terminal/setup.ts')

/** Tests of the language server run what this bundles once. */
const BUILT_SERVER = here('./support/built-server/setup.ts')

/** How long a poll waits for what must happen: it ends as soon as it has, so only a failure takes this long. */
const expect = { poll: { timeout: 60_000 } }

/**
 * Long property runs are for CI, which has the time: `runs()` in support/runs.ts reads this.
 *
 * CI draws the same examples each time, so that it judges the change and not the draw. Other machines, and a search
 * each night (`PROPERTY_SEED`), draw others; the failure of a property tells its seed.
 */
const CI_SEED = 20_261_126
const isCi = Boolean(process.env.CI)
const namedSeed = process.env.PROPERTY_SEED
const propertySeed = namedSeed === undefined ? (isCi ? CI_SEED : undefined) : Number(namedSeed)
const provide = { longRuns: isCi, propertySeed }

/** Half a minute's worth; `FUZZ_REQUESTS=20000` for more. `docs/proof.md` has what the last long run found. */
const FUZZ_REQUESTS = 2_000
const fuzz = { requests: Number(process.env.FUZZ_REQUESTS ?? FUZZ_REQUESTS), seed: propertySeed ?? 1 }

/** Whether tests can be tried again on the state of their first try: `EACH_TWICE=1 npm test -- NAME`. */
const eachTwice = process.env.EACH_TWICE ? [here('./support/each-twice.ts')] : []

/**
 * What all projects have. In CI, whose machine may stall for longer than a test waits or measures, a test that fails is tried
 * once more; the summary names what passed only then. Left to itself, Vitest leaves one processor idle.
 */
const common = {
  provide,
  setupFiles: [here('./support/property-seed.ts'), ...eachTwice],
  expect,
  retry: isCi ? 1 : 0,
  maxWorkers: '100%',
}

/** What tests in the Worker's runtime import under a name. */
const IN_WORKERD = {
  '#client': here('./support/client-in-workerd.ts'),
  '#described': here('../worker/api/routing/described.ts'),
  '#numbering-plans': here('../shared/contact/generated/numbering-plans.ts'),
  '#words': here('../shared/schema/words.ts'),
}

/** A project whose files share a runtime, which is the Worker's own. */
const inWorkerd = (test: NonNullable<TestProjectInlineConfiguration['test']>): TestProjectInlineConfiguration => ({
  plugins: [
    cloudflareTest({ wrangler: { configPath: here('../wrangler.toml') }, miniflare: { bindings: SHORT_GRACE } }),
  ],
  resolve: { alias: IN_WORKERD },
  test: { ...common, isolate: false, testTimeout: 120_000, hookTimeout: 120_000, ...test },
})

// Workers under test read files that are served beside them.
execFileSync(process.execPath, [here('../scripts/pages.ts')], { stdio: 'inherit' })

/**
 * Each project is one of `npm run test:…` or a part of it. Where files share a runtime (`isolate: false`), they start
 * several times faster: each brings its own keys, numbers and organisations, and undoes what it changes for all.
 */
export default defineConfig({
  test: {
    silent: 'passed-only',
    sequence: { sequencer: SlowFirst },
    reporters: ['default', here('./support/summary-reporter.ts')],
    // A file's runtime is closed as soon as its tests are over, even while the Worker still ends what it does after an
    // answer: that a log line of it no longer reached the runner is no test's fault, and the only thing let pass here.
    onUnhandledError: ({ name }) => name !== 'EnvironmentTeardownError',
    projects: [
      {
        test: {
          name: 'quick',
          include: [
            'shared/**/*.test.ts',
            PURE_WORKER,
            'ledger/**/*.test.ts',
            'client/**/*.test.ts',
            'pages/**/*.test.ts',
            'repository/**/*.test.ts',
          ],
          ...common,
          isolate: false,
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      // Tests of single files never go through the Worker, which reads the numbering plans; over HTTP everything does.
      inWorkerd({
        name: 'worker',
        include: ['worker/**/*.test.ts'],
        exclude: [PURE_WORKER, ...RESETTING],
        sequence: { groupOrder: 1 },
      }),
      inWorkerd({ name: 'worker-reset', include: RESETTING, sequence: { groupOrder: 1 } }),
      inWorkerd({
        name: 'api',
        include: ['conformance/**/*.test.ts', 'clients/**/*.test.ts'],
        exclude: [FUZZ],
        sequence: { groupOrder: 2 },
      }),
      // In a runtime of its own: what asks every organisation is slow where other files have made hundreds.
      inWorkerd({ name: 'api-fuzz', include: [FUZZ], provide: { ...provide, fuzz }, sequence: { groupOrder: 2 } }),
      {
        resolve: { alias: { '#client': here('./support/client-over-http.ts') } },
        test: {
          name: 'api-http',
          include: ['conformance/**/*.test.ts', 'clients/**/*.test.ts'],
          exclude: [FUZZ, ...EVERY_MEMBER],
          globalSetup: [BUILT_WORKER, here('./support/http-server.ts')],
          ...common,
          setupFiles: [...common.setupFiles, here('./support/name-file.ts')],
          // The same files as above, which have had their long runs there.
          provide: { ...provide, longRuns: false },
          isolate: false,
          maxWorkers: SERVICES,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          name: 'system',
          include: ['process/**/*.test.ts', 'browser/**/*.test.ts'],
          exclude: MEASURING,
          globalSetup: [BUILT_WORKER, BUILT_TERMINAL],
          ...common,
          // Each file has ports and a state of its own, and waits more than it works. What it imports, the files after it use.
          isolate: false,
          maxWorkers: 6,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          sequence: { groupOrder: 4 },
        },
      },
      {
        test: {
          name: 'system-alone',
          include: MEASURING,
          globalSetup: [BUILT_WORKER],
          ...common,
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          sequence: { groupOrder: 5 },
        },
      },
      {
        test: {
          name: 'simulation',
          include: ['simulation/**/*.test.ts'],
          ...common,
          // Every test runs processes of its own, one on each of two processors.
          fileParallelism: false,
          maxConcurrency: 2,
          sequence: { groupOrder: 8 },
        },
      },
      {
        test: {
          name: 'editor',
          include: ['extension/**/*.test.ts', 'parity/**/*.test.ts'],
          globalSetup: [BUILT_TERMINAL, BUILT_SERVER],
          ...common,
          isolate: false,
          testTimeout: 60_000,
          sequence: { groupOrder: 6 },
        },
      },
      {
        test: {
          name: 'real-editors',
          include: ['e2e/**/*.test.ts'],
          globalSetup: [BUILT_WORKER, BUILT_TERMINAL, here('./e2e/support/package.ts')],
          ...common,
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          sequence: { groupOrder: 7 },
        },
      },
    ],
  },
})
