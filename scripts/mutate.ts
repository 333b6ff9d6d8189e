import { installForOneRun } from './install-for-one-run.ts'
import { requirePinnedNode } from './node-version.ts'
import { runTool } from './run.ts'

/*
 * `npm run mutate -- [--mutate FILES]`: the mutation score of what is decided, by hand. Stryker comes for the occasion and is no
 * dependency: decision 18. It writes mutants into the files themselves and puts these back at its end; after one that was cut
 * off, `git checkout .` does.
 */
requirePinnedNode()

const STRYKER = '10.1.1'
const PACKAGES = ['core', 'vitest-runner'].map((name) => `@stryker-mutator/${name}@${STRYKER}`)

if (!installForOneRun(PACKAGES)) process.exit(1)

const parameters = ['run', 'test/mutation/stryker.config.json', ...process.argv.slice(2)]
process.exit(await runTool('@stryker-mutator/core/bin/stryker.js', parameters))
