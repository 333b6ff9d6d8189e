import type { Sql } from '../platform/sql.ts'
import type { Referred } from './contract.ts'

type Row = { order_key: string; number: number; accepted_at_ms: number }

/** Where each table has a shipment's reference, and how it is found without reading every row's JSON. */
const SOURCES = [
  { table: 'live_messages', column: 'facts', reference: '$.order.sendersReference', order: '$.order.acceptedAtMs' },
  { table: 'live_shipments', column: 'facts', reference: '$.plan.sendersReference', order: '$.order.acceptedAtMs' },
  { table: 'ended_shipments', column: 'record', reference: '$.sendersReference', order: '$.order.acceptedAtMs' },
] as const

/**
 * Finds the newest shipments that have a sender's reference: by reading all rows, because an index would be a row more
 * for every order, and a reference is seldom asked for. The look for the text itself spares the JSON of all others.
 */
export function findReferred(sql: Sql, sendersReference: string, limit: number): readonly Referred[] {
  const written = `"sendersReference":${JSON.stringify(sendersReference)}`
  return SOURCES.flatMap(({ table, column, reference, order }) =>
    sql.exec<Row>(
      `SELECT order_key, number, ${column} ->> '${order}' AS accepted_at_ms FROM ${table}
       WHERE CASE WHEN instr(${column}, ?1) > 0 AND json_valid(${column}) THEN ${column} ->> '${reference}' = ?2 ELSE 0 END
       ORDER BY accepted_at_ms DESC LIMIT ?3`,
      written,
      sendersReference,
      limit,
    ),
  )
    .map((row) => ({
      address: { orderKey: row.order_key, number: row.number },
      acceptedAtMs: row.accepted_at_ms,
    }))
    .sort((one, other) => other.acceptedAtMs - one.acceptedAtMs)
    .slice(0, limit)
}
