import { LEDGER_SLICES, ledgerNames, type OrderKey } from './order-id.ts'

/** How often what is in use says so: seldom enough to cost a message nothing. */
export const ACTIVITY_PERIOD_MS = 600_000

/**
 * How long after the last word of it an organisation may have been in use: a word may be left out for one period, and is
 * kept only where the one before is half a period old.
 */
const QUIET_AFTER_MS = 2 * ACTIVITY_PERIOD_MS

/** Slices of an organisation’s ledgers, a bit for each. */
export type Slices = number

export const NO_SLICES: Slices = 0

export const ALL_SLICES: Slices = 2 ** LEDGER_SLICES - 1

/** A slice by the hexadecimal digit that names it. */
export const sliceOf = (digit: string): Slices => 2 ** Number.parseInt(digit, LEDGER_SLICES)

/** Whether an order may be in one of these slices. */
export const mayHave = (slices: Slices, orderKey: OrderKey): boolean => (slices & sliceOf(orderKey.slice(0, 1))) !== 0

/** The names of the ledgers of these slices. */
export const ledgersIn = (organization: string, slices: Slices): readonly string[] =>
  ledgerNames(organization).filter((name) => mayHave(slices, name))

/** Whether something may have happened at a moment or later, by the last word of it; `undefined` says nothing. */
export const mayBeActiveSince = (activeMs: number | undefined, fromMs: number): boolean =>
  activeMs === undefined || activeMs + QUIET_AFTER_MS >= fromMs

/** Whether a word that was last told at a moment is to be told again. */
export const isWordDue = (toldMs: number | undefined, nowMs: number): boolean =>
  toldMs === undefined || nowMs - toldMs >= ACTIVITY_PERIOD_MS
