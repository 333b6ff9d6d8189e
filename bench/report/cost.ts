import { type Table, table } from '../../scripts/generate/benchmarks/table.ts'
import { PLAN_DOLLARS, PRICES } from '../prices.ts'
import { SCENARIOS, type Scenario, type Used } from '../questions/cost.ts'
import { GOAL_HEADINGS, type Goal, goalRow } from './goal.ts'

/** The memory that an object is billed for, whatever it uses. */
const OBJECT_GB = 0.128

/** A message is written to a queue, read from it and deleted: three operations. */
const OPERATIONS = 3

/**
 * How long a call keeps an object that is seldom called in memory. Assumed: this machine's disk says nothing of the platform's. A
 * busy object is not billed for more than all of the time.
 */
const ASSUMED_SECONDS_A_CALL = 0.1

const MONTHS_KEPT = 3
const BYTES_PER_MB = 1e6
const MILLION = 1e6

/** Months of so many messages. */
const MONTHS = [1, 10]

type Unit = keyof typeof PRICES

/** What one message of a scenario uses. */
type Usage = Readonly<Record<Unit, number>>

const UNITS = Object.keys(PRICES).filter((unit): unit is Unit => unit in PRICES)

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

function usageOf({ counts, messages, cpuUs, objects, bytes }: Used, { everyMs }: Scenario): Usage {
  const statements = Object.values(counts.statements)
  const calls = sum(Object.values(counts.calls)) / messages
  return {
    requests: (counts.requests + counts.queueBatches) / messages,
    cpuMs: cpuUs / messages / 1_000,
    objectRequests: calls,
    gigabyteSeconds: OBJECT_GB * Math.min((objects * everyMs) / 1_000, calls * ASSUMED_SECONDS_A_CALL),
    rowsWritten: sum(statements.map(({ rowsWritten }) => rowsWritten)) / messages,
    rowsRead: sum(statements.map(({ rowsRead }) => rowsRead)) / messages,
    queueOperations: (counts.queueMessages * OPERATIONS) / messages,
    logLines: counts.logLines / messages,
    megabyteMonths: (sum(Object.values(bytes)) / messages / BYTES_PER_MB) * MONTHS_KEPT,
  }
}

/** Dollars for a million messages, before what the plan includes. */
const totalOf = (usage: Usage): number => sum(UNITS.map((unit) => usage[unit] * PRICES[unit].dollars))

/** A month's bill for so many millions. */
const monthOf = (usage: Usage, millions: number): number =>
  PLAN_DOLLARS +
  sum(
    UNITS.map((unit) => {
      const { dollars, included } = PRICES[unit]
      return Math.max(0, usage[unit] * millions - included / MILLION) * dollars
    }),
  )

/** What writes a row less often than for one message in a hundred is told together. */
const TOLD_FROM = 0.01

/** The rows that one message writes, by what writes them. */
function rowsTable(all: readonly Used[], titles: readonly string[]): Table {
  const written = all.map(({ counts, messages }) =>
    Object.entries(counts.statements).map(([name, { rowsWritten }]) => [name, rowsWritten / messages] as const),
  )
  const names = [...new Set(written.flatMap((one) => one.flatMap(([name, rows]) => (rows >= TOLD_FROM ? [name] : []))))]
  const rowsOf = (name: string) => written.map((one) => one.find(([other]) => other === name)?.[1] ?? 0)
  const rest = written.map((one) => sum(one.flatMap(([name, rows]) => (names.includes(name) ? [] : [rows]))))
  return table(
    ['rows written for one message', ...titles],
    [
      ...names.toSorted().map((name) => [name, ...rowsOf(name)]),
      ...(rest.some((rows) => rows > 0) ? [['what is seldom written', ...rest]] : []),
      ['all rows written', ...written.map((one) => sum(one.map(([, rows]) => rows)))],
    ],
  )
}

/** What messages use of the platform and cost there, with what each row is written for. */
export function costReport(all: readonly Used[]): readonly Table[] {
  const measured = all.flatMap((used, index) => {
    const scenario = SCENARIOS[index]
    return scenario ? [{ used, scenario, usage: usageOf(used, scenario) }] : []
  })
  const titles = measured.map(({ scenario }) => scenario.title)
  const each = (figure: (usage: Usage) => number) => measured.map(({ usage }) => figure(usage))
  const goals = measured.flatMap(({ usage, scenario: { title, goals: { rows, dollars } = {} } }): readonly Goal[] => {
    const a = { atMost: true } as const
    return [
      ...(rows === undefined
        ? []
        : [{ what: `rows written, ${title}`, measured: usage.rowsWritten, goal: rows, unit: 'rows', ...a }]),
      ...(dollars === undefined
        ? []
        : [{ what: `a million, ${title}`, measured: totalOf(usage), goal: dollars, unit: 'dollars', ...a }]),
    ]
  })
  return [
    table(
      ['one message uses', ...titles],
      [
        ...UNITS.filter((unit) => unit !== 'megabyteMonths').map((unit) => [
          PRICES[unit].unit,
          ...each((usage) => usage[unit]),
        ]),
        ...['OrderLedger', 'StatusFeed'].map((kind) => [
          `bytes that \`${kind}\` stores`,
          ...measured.map(({ used }) => (used.bytes[kind] ?? 0) / used.messages),
        ]),
      ],
    ),
    rowsTable(all, titles),
    table(
      ['dollars for a million, before what the plan includes', ...titles],
      [
        ...UNITS.map((unit) => [
          `dollars: ${PRICES[unit].unit}`,
          ...each((usage) => usage[unit] * PRICES[unit].dollars),
        ]),
        ['dollars, all of it', ...each(totalOf)],
      ],
    ),
    table(
      ['dollars for a month, with the plan', ...titles],
      MONTHS.map((millions) => [
        `a month of ${millions} million messages`,
        ...each((usage) => monthOf(usage, millions)),
      ]),
    ),
    table(GOAL_HEADINGS, goals.map(goalRow)),
  ]
}
