import { ledgerNames } from '../domain/order-id.ts'
import { correspondenceIndexOf, feedOf, ledgerNamed } from '../platform/objects.ts'

/** Names of one page. */
const PAGE = 1_000

/** Everyone who is named in an organisation's ledgers, its feed and its correspondences: each may be restored alone. */
export async function namesIn(env: Env, organization: string): Promise<ReadonlySet<string>> {
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
  for (let after: number | undefined = 0; after !== undefined; ) {
    const page: { names: readonly string[]; next: number | undefined } = await feedOf(env, organization).destinations(
      after,
    )
    for (const name of page.names) names.add(name)
    after = page.next
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
