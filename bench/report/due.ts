import type { DueMeasurement } from '../questions/due.ts'
import { table } from './table.ts'

const SECOND_MS = 1_000

/** What became of orders that fell due together. */
export const dueReport = (measured: readonly DueMeasurement[]): string =>
  table(
    [
      'due',
      'last handed over after s',
      'due → provider p50 ms',
      'p99 ms',
      'lost',
      'doubled',
      'orders/s taken in before',
    ],
    measured.map((one) => [
      one.spreadMs === 0 ? 'all at one moment' : `over ${one.spreadMs / SECOND_MS} s`,
      one.lastAfterMs / SECOND_MS,
      one.p50Ms,
      one.p99Ms,
      `${one.lost}`,
      `${one.doubled}`,
      one.acceptedPerSecond,
    ]),
  )
