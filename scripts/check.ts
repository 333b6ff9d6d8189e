import { requirePinnedNode } from './node-version.ts'
import { runTool } from './run.ts'
import { WORKER_TYPES, WRANGLER } from './worker-types.ts'

requirePinnedNode()

/** Everything about the code that can be checked without running it, each with the words for what it checks. */
const CHECKS: readonly (readonly [string, string, readonly string[]])[] = [
  ['the types of bindings and settings are those of wrangler.toml', WRANGLER, [...WORKER_TYPES, '--check']],
  ['types', 'typescript/bin/tsc', ['-b']],
  ['lint and format', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']],
  ['generated files are fresh', '../scripts/generate.ts', ['--check']],
]

let failed = 0
for (const [what, script, parameters] of CHECKS) {
  console.log(`\nChecking: ${what}`)
  if ((await runTool(script, parameters)) !== 0) {
    failed++
    console.error(`Failed: ${what}`)
  }
}
console.log(failed === 0 ? '\nAll is well.' : `\n${failed} of ${CHECKS.length} checks failed`)
process.exit(failed === 0 ? 0 : 1)
