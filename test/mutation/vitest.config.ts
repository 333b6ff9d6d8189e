import { defineConfig } from 'vitest/config'

/** The tests that mutants are tried with: those of the pure core, which run under Node in a few seconds. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['worker/domain/**/*.test.ts'],
    provide: { longRuns: false },
    testTimeout: 60_000,
  },
})
