import type { Sql } from '../platform/sql.ts'

/** Names that some entries have, and how far that came; `undefined` at the end. */
export type NamesInFeed = { readonly names: readonly string[]; readonly next: number | undefined }

const PAGE = 'SELECT sequence_number, members FROM entries WHERE sequence_number > ?1 ORDER BY sequence_number LIMIT ?2'

/** Of entries that can be read: each is the members of an object, without its first brace. */
const DESTINATIONS = `
  SELECT DISTINCT told.value ->> '$.destination' AS name FROM
    (SELECT '{"sequenceNumber":0,' || members AS entry FROM (${PAGE})) AS page,
    json_each(CASE WHEN json_valid(entry) THEN entry ELSE '{}' END, '$.recipients') AS told`

/** Where the messages of some entries beyond a number went. */
export function destinationsAfter(sql: Sql, after: number, limit: number): NamesInFeed {
  const [last] = sql.exec<{ sequence_number: number }>(`${PAGE} OFFSET ?3`, after, 1, limit - 1)
  const names = sql.exec<{ name: string | null }>(DESTINATIONS, after, limit)
  return { names: names.flatMap(({ name }) => name || []), next: last?.sequence_number }
}
