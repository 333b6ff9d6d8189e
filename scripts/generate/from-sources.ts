import { docsPage } from './docs-page.ts'
import { createOpenApi } from './openapi.ts'
import type { Output } from './output.ts'
import { rulePageFiles } from './rule-pages.ts'
import { settingsTable } from './settings-table.ts'

/** What is deployed beside the Worker, on a laptop and in production. */
const ASSET_FOLDERS = ['worker/public', 'worker/public-production']

/** What is made of schemas, rules and settings by running them. */
export function fromSources(): readonly Output[] {
  const openApi = createOpenApi()
  return [
    ...rulePageFiles(),
    settingsTable(),
    ...ASSET_FOLDERS.flatMap((folder) => [
      { path: `${folder}/openapi.json`, content: `${JSON.stringify(openApi)}\n` },
      { path: `${folder}/docs.html`, content: docsPage(openApi) },
    ]),
  ]
}
