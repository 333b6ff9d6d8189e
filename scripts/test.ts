import { requirePinnedNode } from './node-version.ts'
import { runTool } from './run.ts'

requirePinnedNode()

process.exit(await runTool('vitest/vitest.mjs', ['run', '--root', 'test', ...process.argv.slice(2)]))
