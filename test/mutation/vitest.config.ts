import { defineConfig } from 'vitest/config'

/** The tests that mutants are tried with: those of the pure core and of the ledger, which run under Node in a few seconds. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['worker/domain/**/*.test.ts', 'ledger/**/*.test.ts'],
    provide: { longRuns: false, propertySeed: 20_261_126 },
    setupFiles: [new URL('../support/property-seed.ts', import.meta.url).pathname],
    testTimeout: 60_000,
  },
})
