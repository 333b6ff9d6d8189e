import process from 'node:process'
import { runs } from '../../support/runs.ts'

/**
 * How many files are made for each test: enough in CI for rare meetings of layout and rule, in little more than half a
 * minute on one core, as each takes some 4 ms.
 */
export const FILES = runs(10_000)

/** Each takes some 8 ms, as it may have several requests. */
export const PROGRAMS = runs(3_000)

/** Any other number makes other files. */
export const SEED = Number(process.env.SEED ?? 20_260_801)

/** A machine that is busy with other tests takes several times as long. */
export const WITHIN_MS = 600_000
