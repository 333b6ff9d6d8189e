import process from 'node:process'
import { expect } from 'vitest'
import { createRandom, type Random } from '../../../scripts/corpora/random.ts'
import { runs } from '../../support/runs.ts'
import type { MadeFile } from './files.ts'

/**
 * How many files are made for each test: enough in CI for rare meetings of layout and rule, in little more than half a
 * minute on one core, as each takes some 4 ms.
 */
export const FILES = runs(10_000)

/** Each takes some 8 ms, as it may have several requests. */
export const PROGRAMS = runs(3_000)

/** Any other number makes other files. */
const SEED = Number(process.env.SEED ?? 20_260_801)

/** A machine that is busy with other tests takes several times as long. */
export const WITHIN_MS = 600_000

/**
 * Makes so many files, each by a seed of its own, and fails at the first that has a fault, with what makes it again.
 *
 * @param stride how far apart the seeds are: a prime of its own for each test, so that none makes the files of another
 */
export function expectNoFault(
  { count, stride }: { readonly count: number; readonly stride: number },
  make: (random: Random) => MadeFile,
  faultOf: (made: MadeFile) => string | undefined,
): void {
  for (let file = 0; file < count; file++) {
    const seed = SEED + file * stride
    const made = make(createRandom(seed))
    const fault = faultOf(made)
    if (fault) expect.fail(`seed ${seed}: ${fault}, made of ${made.name} ${JSON.stringify(made.text)}`)
  }
}
