import type { NamedRecipient } from '../domain/erasure.ts'
import { ledgerNames } from '../domain/order-id.ts'
import { correspondenceIndexOf, ledgerNamed } from '../platform/objects.ts'
import type { ErasureMarks } from './erasure-marks.ts'
import { readRecipient } from './recipient.ts'

/** Names of one page. */
const PAGE = 1_000

/** Everyone who is named in an organisation's ledgers and correspondences. */
async function namesIn(env: Env, organization: string): Promise<ReadonlySet<string>> {
  const names = new Set<string>()
  for (const ledgerName of ledgerNames(organization)) {
    const ledger = ledgerNamed(env, ledgerName)
    for (let cursor: string | undefined; ; ) {
      const page = await ledger.recipients(cursor)
      for (const name of page.names) names.add(name)
      cursor = page.next
      if (cursor === undefined) break
    }
  }
  const index = correspondenceIndexOf(env, organization)
  for (let after = ''; ; ) {
    const page = await index.names(after, PAGE)
    for (const name of page) names.add(name)
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) return names
    after = last
  }
}

/** Those of an organisation's recipients who were erased once: a restored backup has brought them back. */
export async function returnedRecipients(
  env: Env,
  organization: string,
  marks: ErasureMarks,
  erased: ReadonlySet<string>,
): Promise<readonly NamedRecipient[]> {
  const returned: NamedRecipient[] = []
  for (const name of await namesIn(env, organization)) {
    const recipient = readRecipient(name)
    if (erased.has(await marks.markOf(recipient.value))) returned.push(recipient)
  }
  return returned
}
