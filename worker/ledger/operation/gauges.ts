import type { Sql } from '../../platform/sql.ts'

/** How a ledger stands now. Times are milliseconds since 1970. */
export type LedgerGauges = {
  /** Messages that no provider has, and orders that are due. */
  readonly waiting: number
  /** When the one that waits longest was accepted, or fell due. */
  readonly oldestWaitingMs: number | undefined
  readonly deadLetters: number
  /** Messages under way, by the minute in which they were accepted. */
  readonly underWay: readonly { readonly minuteMs: number; readonly channel: 'sms' | 'email'; readonly count: number }[]
}

/** Rows that are looked at: where there are more, their keys are chance, and these stand for all. */
const SAMPLE = 20_000

const MESSAGES = `
  SELECT coalesce(facts ->> '$.order.acceptedAtMs', state ->> '$.trail[0].atMs', state ->> '$.lastUpdateMs') AS at_ms,
    state ->> '$.channel' AS channel, state ->> '$.stage.phase' AS phase,
    (state ->> '$.policy' = 'daytime' AND state ->> '$.attempts' = 0 AND wake_at_ms > ?1) AS is_for_later
  FROM (SELECT facts, state, wake_at_ms FROM live_messages WHERE wake_at_ms IS NOT NULL LIMIT ${SAMPLE})`

type MinuteRow = { minute_ms: number; channel: 'sms' | 'email'; count: number }

/** Looks at what is under way. */
export function gaugesOf(sql: Sql, nowMs: number): LedgerGauges {
  const [messages] = sql.exec<{ waiting: number; oldest: number | null }>(
    `SELECT count(*) AS waiting, min(at_ms) AS oldest FROM (${MESSAGES}) WHERE phase != 'taken' AND NOT is_for_later`,
    nowMs,
  )
  const [shipments] = sql.exec<{ waiting: number; oldest: number | null }>(
    `SELECT count(*) AS waiting, min(state ->> '$.dueMs') AS oldest FROM
       (SELECT state FROM live_shipments WHERE wake_at_ms IS NOT NULL ORDER BY wake_at_ms LIMIT ${SAMPLE})
     WHERE state ->> '$.dueMs' <= ?`,
    nowMs,
  )
  const [dead] = sql.exec<{ count: number }>('SELECT count(*) AS count FROM dead_letters')
  const underWay = sql.exec<MinuteRow>(
    `SELECT at_ms - at_ms % 60000 AS minute_ms, channel, count(*) AS count FROM (${MESSAGES}) GROUP BY 1, 2`,
    nowMs,
  )
  const oldest = [messages?.oldest, shipments?.oldest].filter((ms) => typeof ms === 'number')
  return {
    waiting: (messages?.waiting ?? 0) + (shipments?.waiting ?? 0),
    oldestWaitingMs: oldest.length === 0 ? undefined : oldest.reduce((least, ms) => Math.min(least, ms)),
    deadLetters: dead?.count ?? 0,
    underWay: underWay.map(({ minute_ms, channel, count }) => ({ minuteMs: minute_ms, channel, count })),
  }
}
