import { ifReadable } from '../platform/if-readable.ts'
import type { Sieve, Sql, SqlRow, SqlValue } from '../platform/sql.ts'

/** Some rows of a table, and the key that was read last; `undefined` where the table is at its end. */
export type RowPage<Item, Key> = { readonly rows: readonly Item[]; readonly last: Key | undefined }

type Question<Row, Item, Key> = {
  /** Selects a page, whole rows in order. */
  readonly page: string
  readonly order: string
  readonly values: readonly SqlValue[]
  readonly limit: number
  readonly lastOf: (row: Row) => Key
  /** It may throw: a row that cannot be read is passed over. */
  readonly read: (row: Row) => Item
  /** Only rows whose column has this text in it are taken apart. */
  readonly sieve?: Sieve & { readonly column: string }
}

/** Sieved rows cost a hundredth of those that are taken apart, so a page of them may be longer. */
const SIEVED_FACTOR = 10

/** Reads one page of a table: what a step of a search looks at. */
export function pageOf<Row extends SqlRow, Item, Key>(
  sql: Sql,
  question: Question<Row, Item, Key>,
): RowPage<Item, Key> {
  const { page, order, values, sieve, lastOf, read } = question
  const limit = sieve ? question.limit * SIEVED_FACTOR : question.limit
  const bound = [...values.slice(0, -1), limit]
  const [last] = sql.exec<Row>(`SELECT * FROM (${page}) ORDER BY ${order} LIMIT 1 OFFSET ${limit - 1}`, ...bound)
  const rows = sieve
    ? sql.exec<Row>(
        `SELECT * FROM (${page}) WHERE instr(${sieve.columnAs(sieve.column)}, ?${values.length + 1}) > 0 ORDER BY ${order}`,
        ...bound,
        sieve.text,
      )
    : sql.exec<Row>(page, ...bound)
  const items = rows.map((row) => ifReadable(() => read(row))).filter((item) => item !== undefined)
  return { rows: items, last: last && lastOf(last) }
}
