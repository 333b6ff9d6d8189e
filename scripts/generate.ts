import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { answerList } from './generate/answer-list.ts'
import { manifests } from './generate/manifests.ts'
import type { Output } from './generate/output.ts'
import { phoneMetadata } from './generate/phone-metadata.ts'
import { providerList } from './generate/provider-list.ts'
import { groupList, routeLists } from './generate/route-lists.ts'
import { ruleIndexes } from './generate/rule-index.ts'
import { wranglerToml } from './generate/wrangler/wrangler-toml.ts'
import { requirePinnedNode } from './node-version.ts'
import { ROOT } from './run.ts'
import { writeWorkerTypes } from './worker-types.ts'

requirePinnedNode()

const onlyCheck = process.argv.includes('--check')
let stale = 0

/** Brings files up to date, or only tells which are not. */
function settle(outputs: readonly Output[]): void {
  for (const { path, content } of outputs) {
    if (existsSync(ROOT + path) && readFileSync(ROOT + path, 'utf8') === content) continue
    stale++
    if (onlyCheck) {
      console.error(`Stale: ${path}`)
      continue
    }
    mkdirSync(dirname(ROOT + path), { recursive: true })
    writeFileSync(ROOT + path, content)
    console.log(`Wrote ${path}`)
  }
}

// Sources that are derived themselves come first: the rest is made by running the sources.
settle([
  ...manifests(),
  wranglerToml(),
  ...ruleIndexes(),
  ...routeLists(),
  groupList(),
  answerList(),
  providerList(),
  ...phoneMetadata(),
])
if (!onlyCheck) await writeWorkerTypes()
const { fromSources } = await import('./generate/from-sources.ts')
settle(await fromSources())

if (onlyCheck && stale > 0) {
  console.error('Run `npm run generate` and commit what it writes.')
  process.exit(1)
}
