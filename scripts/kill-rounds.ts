import { requirePinnedNode } from './node-version.ts'
import { runTool } from './run.ts'

requirePinnedNode()

/** Kills a service so many times under load, at moments that a seed decides: `npm run kill-rounds -- COUNT SEED`. */
const [rounds = '50', seed = '1'] = process.argv.slice(2)
Object.assign(process.env, { KILL_ROUNDS: rounds, KILL_SEED: seed })

process.exit(
  await runTool('vitest/vitest.mjs', [
    'run',
    '--root',
    'test',
    '--project',
    'system',
    '--silent=false',
    'process/kills',
  ]),
)
