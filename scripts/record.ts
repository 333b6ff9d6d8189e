import { requirePinnedNode } from './node-version.ts'
import { runTool } from './run.ts'

requirePinnedNode()

// The test that holds the recorded answers against a run writes them instead.
process.env.RECORD = 'yes'
process.exit(await runTool('vitest/vitest.mjs', ['run', '--root', 'test', '--project', 'system', 'recorded-answers']))
