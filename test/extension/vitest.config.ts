import { defineConfig } from 'vitest/config'

/** Runs the editor's tests alone: `npx vitest run --root test/extension`. */
export default defineConfig({ test: { include: ['**/*.test.ts'], testTimeout: 20_000 } })
