import { spawnSync } from 'node:child_process'
import { installForOneRun } from './install-for-one-run.ts'
import { requirePinnedNode } from './node-version.ts'
import { ROOT } from './run.ts'

/*
 * `npm run mutate -- [--mutate FILES] [--tests FILES]`, each as often as needed: the mutation score of these files with these
 * tests, by hand. What makes the mutants comes for the occasion and is no dependency: decision 18.
 */
requirePinnedNode()

if (!installForOneRun(['@stryker-mutator/instrumenter@10.1.1'])) process.exit(1)

const parameters = ['test/mutation/main.ts', ...process.argv.slice(2)]
process.exit(spawnSync(process.execPath, parameters, { cwd: ROOT, stdio: 'inherit' }).status ?? 1)
