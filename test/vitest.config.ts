import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

const here = (path: string) => new URL(path, import.meta.url).pathname

/** Short, so that a test of what comes after it does not wait half a minute. */
const SHORT_GRACE = { RECEIPT_GRACE_SECONDS: '1' }

export default defineConfig({
  test: {
    silent: 'passed-only',
    reporters: ['default', here('./support/summary-reporter.ts')],
    // A file's runtime is closed as soon as its tests are over, even while the Worker still ends what it does after an
    // answer: that a log line of it no longer reached the runner is no test's fault, and the only thing let pass here.
    onUnhandledError: ({ name }) => name !== 'EnvironmentTeardownError',
    projects: [
      {
        test: {
          name: 'node',
          include: ['shared/**/*.test.ts', 'extension/**/*.test.ts', 'parity/**/*.test.ts', 'repository/**/*.test.ts'],
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        plugins: [
          cloudflareTest({ wrangler: { configPath: here('../wrangler.toml') }, miniflare: { bindings: SHORT_GRACE } }),
        ],
        resolve: {
          alias: {
            '#client': here('./support/client-in-workerd.ts'),
            // Tests of single files never go through the Worker, which reads the plans; over HTTP everything does.
            '#numbering-plans': here('../shared/contact/generated/numbering-plans.ts'),
          },
        },
        test: {
          name: 'workerd',
          include: ['worker/**/*.test.ts', 'conformance/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        resolve: { alias: { '#client': here('./support/client-over-http.ts') } },
        test: {
          name: 'http',
          include: ['conformance/**/*.test.ts'],
          globalSetup: [here('./support/http-server.ts')],
          fileParallelism: false,
          testTimeout: 30_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'process',
          include: ['process/**/*.test.ts', 'browser/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          name: 'editors',
          include: ['e2e/**/*.test.ts'],
          globalSetup: [here('./e2e/support/package.ts')],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
})
