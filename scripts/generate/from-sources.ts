import { benchmarks } from './benchmarks.ts'
import { clientFiles } from './client/client-files.ts'
import { decisionIndex } from './decision-index.ts'
import { createOpenApi } from './openapi.ts'
import { operationIndexKept } from './operation-index.ts'
import type { Output } from './output.ts'
import { providerTable } from './provider-table.ts'
import { rulePageFiles } from './rule-pages.ts'
import { settingsTable } from './settings-table.ts'

/** What is made from schemas, rules, settings, providers and decisions. */
export async function fromSources(): Promise<readonly Output[]> {
  const description = createOpenApi()
  return [
    ...rulePageFiles(),
    settingsTable(),
    providerTable(),
    decisionIndex(),
    ...benchmarks(),
    operationIndexKept(description),
    ...(await clientFiles(description)),
  ]
}
