import { LONGEST_PAUSE_MS } from '../../domain/retry.ts'
import { QUICK_MS } from '../../domain/timing.ts'
import type { Sql } from '../../platform/sql.ts'

/** Messages under way that were accepted in one minute, of one channel, with one provider. */
export type UnderWay = {
  readonly minuteMs: number
  readonly channel: 'sms' | 'email'
  /** The one that has them; empty for those that none has. */
  readonly provider: string
  readonly count: number
  /** Those that a provider has taken. */
  readonly sent: number
  /** Instant messages that can no longer be quick. */
  readonly lateCodes: number
}

/** How a ledger stands now. Times are milliseconds since 1970. */
export type LedgerGauges = {
  /** Messages that no provider has or may have, and orders that are due. */
  readonly waiting: number
  /** When the one that waits longest was accepted, or fell due. */
  readonly oldestWaitingMs: number | undefined
  /** Messages that a provider may have, and that nothing tries again. */
  readonly uncertain: number
  readonly deadLetters: number
  readonly underWay: readonly UnderWay[]
}

/** Rows that are looked at: where there are more, their keys are chance, and these stand for all. */
const SAMPLE = 20_000

/** What waits longer than any pause between two attempts waits for its send window. */
const FOR_THE_WINDOW_MS = 2 * LONGEST_PAUSE_MS

/** Rows that cannot be read are left out: one of them would keep all the others from being counted. */
const READABLE = 'json_valid(facts) AND json_valid(state)'

/** Takes two parameters: now, and from when on what waits for the day waits for its window. */
const MESSAGES = `
  SELECT coalesce(facts ->> '$.order.acceptedAtMs', state ->> '$.trail[0].atMs', state ->> '$.lastUpdateMs') AS at_ms,
    state ->> '$.channel' AS channel, state ->> '$.stage.phase' AS phase,
    facts ->> '$.order.acceptedAtMs' < ?1 - ${QUICK_MS} AS is_late_code,
    CASE state ->> '$.stage.phase' WHEN 'taken' THEN coalesce(state ->> '$.stage.holder', '') ELSE '' END AS provider,
    (state ->> '$.policy' = 'daytime' AND wake_at_ms > CASE state ->> '$.attempts' WHEN 0 THEN ?1 ELSE ?2 END) AS is_for_later
  FROM (SELECT facts, state, wake_at_ms FROM live_messages WHERE wake_at_ms IS NOT NULL AND ${READABLE} LIMIT ${SAMPLE})`

type UnderWayRow = Omit<UnderWay, 'minuteMs' | 'lateCodes'> & { minute_ms: number; late_codes: number }

/** Looks at what is under way. */
export function gaugesOf(sql: Sql, nowMs: number): LedgerGauges {
  const times = [nowMs, nowMs + FOR_THE_WINDOW_MS] as const
  const [messages] = sql.exec<{ waiting: number; oldest: number | null; uncertain: number }>(
    `SELECT total(is_waiting) AS waiting, min(CASE WHEN is_waiting THEN at_ms END) AS oldest,
       total(phase = 'unresolved') AS uncertain
     FROM (SELECT at_ms, phase, phase NOT IN ('taken', 'unresolved') AND NOT is_for_later AS is_waiting FROM (${MESSAGES}))`,
    ...times,
  )
  const [shipments] = sql.exec<{ waiting: number; oldest: number | null }>(
    `SELECT count(*) AS waiting, min(state ->> '$.dueMs') AS oldest FROM
       (SELECT state FROM live_shipments WHERE wake_at_ms IS NOT NULL AND ${READABLE} ORDER BY wake_at_ms LIMIT ${SAMPLE})
     WHERE state ->> '$.dueMs' <= ?`,
    nowMs,
  )
  const [dead] = sql.exec<{ count: number }>('SELECT count(*) AS count FROM dead_letters')
  const underWay = sql.exec<UnderWayRow>(
    `SELECT at_ms - at_ms % 60000 AS minute_ms, channel, provider, count(*) AS count, sum(phase = 'taken') AS sent,
       total(is_late_code) AS late_codes
     FROM (${MESSAGES}) GROUP BY 1, 2, 3`,
    ...times,
  )
  const oldest = [messages?.oldest, shipments?.oldest].filter((ms) => typeof ms === 'number')
  return {
    waiting: (messages?.waiting ?? 0) + (shipments?.waiting ?? 0),
    oldestWaitingMs: oldest.length === 0 ? undefined : oldest.reduce((least, ms) => Math.min(least, ms)),
    uncertain: messages?.uncertain ?? 0,
    deadLetters: dead?.count ?? 0,
    underWay: underWay.map(({ minute_ms, late_codes, ...row }) => ({
      ...row,
      minuteMs: minute_ms,
      lateCodes: late_codes,
    })),
  }
}
