import { defineConfig } from 'vitest/config'

const here = (path: string): string => new URL(path, import.meta.url).pathname

/** Drives real editors: `npx vitest run --root test/e2e`. They are installed by `install.sh`. */
export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    globalSetup: [here('support/package.ts')],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
