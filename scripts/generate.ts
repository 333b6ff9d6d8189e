import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { docsPage } from './generate/docs-page.ts'
import { createOpenApi } from './generate/openapi.ts'
import type { Output } from './generate/output.ts'
import { ruleIndex } from './generate/rule-index.ts'
import { rulePages } from './generate/rule-pages.ts'
import { settingsTable } from './generate/settings-table.ts'
import { requirePinnedNode } from './node-version.ts'
import { ROOT } from './run.ts'

requirePinnedNode()

function outputs(): readonly Output[] {
  const openApi = createOpenApi()
  return [
    ruleIndex(),
    ...rulePages(),
    settingsTable(),
    { path: 'worker/generated/openapi.txt', content: `${JSON.stringify(openApi)}\n` },
    { path: 'worker/generated/docs.html', content: docsPage(openApi) },
  ]
}

const isFresh = ({ path, content }: Output): boolean =>
  existsSync(ROOT + path) && readFileSync(ROOT + path, 'utf8') === content

const stale = outputs().filter((output) => !isFresh(output))
if (process.argv.includes('--check')) {
  for (const { path } of stale) console.error(`Stale: ${path}`)
  if (stale.length > 0) console.error('Run `npm run generate` and commit what it writes.')
  process.exit(stale.length === 0 ? 0 : 1)
}
for (const { path, content } of stale) {
  mkdirSync(dirname(ROOT + path), { recursive: true })
  writeFileSync(ROOT + path, content)
  console.log(`Wrote ${path}`)
}
