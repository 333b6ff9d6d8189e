import { type Table, table } from '../../scripts/generate/benchmarks/table.ts'
import type { CorrespondenceMeasurement } from '../questions/storms/correspondence.ts'
import type { StormMeasurement } from '../questions/storms/orders.ts'
import { GOAL_HEADINGS, goalRow } from './goal.ts'

const SECOND_MS = 1_000

/** Within how many seconds of one moment the last of what is due then should be handed over: 10 000, 30 000 in one ledger. */
const MOMENT_SECONDS = 6
const ONE_LEDGER_SECONDS = 60

/** What other messages of such a ledger may take to be answered meanwhile. */
const INSTANT_MS = 300

/** Within how many seconds a correspondence to 500 should be answered. */
const ANSWER_SECONDS = 2

const nameOf = ({ orders, spreadMs, inOneLedger }: StormMeasurement): string =>
  `${orders} ${inOneLedger ? 'in one ledger' : 'orders'}, ${spreadMs === 0 ? 'at one moment' : `over ${spreadMs / SECOND_MS} s`}`

const ordersTable = (storms: readonly StormMeasurement[]): Table =>
  table(
    [
      'due',
      'last handed over after s',
      'due → provider p50 ms',
      'p99 ms',
      'lost',
      'doubled',
      'CPU µs/order',
      'instant p99 ms meanwhile',
      'orders/s taken in before',
    ],
    storms.map((one) => [
      nameOf(one),
      one.lastAfterMs / SECOND_MS,
      one.p50Ms,
      one.p99Ms,
      `${one.lost}`,
      `${one.doubled}`,
      one.cpuUsPerOrder,
      one.instantP99Ms,
      one.acceptedPerSecond,
    ]),
  )

const correspondenceTable = (one: CorrespondenceMeasurement): Table =>
  table(
    [
      'correspondence',
      'answered after s',
      'as many new objects of the bare platform s',
      '/ platform',
      'last notification handed over after s',
      'lost',
      'CPU µs/recipient',
    ],
    [
      [
        `to ${one.recipients}`,
        one.answeredAfterMs / SECOND_MS,
        one.bareAnsweredAfterMs / SECOND_MS,
        one.answeredAfterMs / one.bareAnsweredAfterMs,
        one.lastAfterMs / SECOND_MS,
        `${one.lost}`,
        one.cpuUsPerRecipient,
      ],
    ],
  )

/** What became of orders that fell due together, and of a correspondence to many. */
export const stormsReport = (
  storms: readonly StormMeasurement[],
  correspondence: CorrespondenceMeasurement,
): readonly Table[] => {
  const atOneMoment = storms.filter(({ spreadMs }) => spreadMs === 0)
  const lasts = atOneMoment.map((storm) => ({
    what: `${nameOf(storm)}, the last handed over after`,
    measured: storm.lastAfterMs / SECOND_MS,
    goal: storm.inOneLedger ? ONE_LEDGER_SECONDS : MOMENT_SECONDS,
    unit: 's',
  }))
  const instant = atOneMoment
    .filter(({ inOneLedger }) => inOneLedger)
    .map(({ instantP99Ms }) => ({
      what: 'instant messages of that ledger meanwhile, p99',
      measured: instantP99Ms,
      goal: INSTANT_MS,
      unit: 'ms',
    }))
  const answered = {
    what: `a correspondence to ${correspondence.recipients}, answered after`,
    measured: correspondence.answeredAfterMs / SECOND_MS,
    goal: ANSWER_SECONDS,
    unit: 's',
  }
  return [
    ordersTable(storms),
    correspondenceTable(correspondence),
    table(
      GOAL_HEADINGS,
      [...lasts, ...instant, answered].map((goal) => goalRow({ ...goal, atMost: true })),
    ),
  ]
}
