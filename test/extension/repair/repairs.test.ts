import process from 'node:process'
import { expect, it } from 'vitest'
import { createRandom } from '../../../scripts/corpora/random.ts'
import { runs } from '../../support/runs.ts'
import { makeFile, slip } from './files.ts'
import { makeProgram } from './programs.ts'
import { faultOf, faultOfBroken } from './properties.ts'

/**
 * How many files are made for each test: enough in CI for rare meetings of layout and rule, in little more than a minute
 * on one core, as each takes some 4 ms.
 */
const FILES = runs(10_000)

/** Each takes some 20 ms, as it may have several requests. */
const PROGRAMS = runs(3_000)

/** Any other number makes other files. */
const SEED = Number(process.env.SEED ?? 20_260_801)

it('a repair leaves a whole document with nothing but its finding changed, in every layout', () => {
  for (let file = 0; file < FILES; file++) {
    const seed = SEED + file * 7_919
    const made = makeFile(createRandom(seed))
    const fault = faultOf(made)
    if (fault) expect.fail(`seed ${seed}: ${fault}, made of ${JSON.stringify(made.text)}`)
  }
}, 600_000)

it('a document with slips is repaired only where it is whole', () => {
  for (let file = 0; file < FILES; file++) {
    const seed = SEED + file * 104_729
    const random = createRandom(seed)
    const { name, text } = makeFile(random)
    const slipped = slip(text, random)
    const fault = faultOfBroken({ name, text: slipped })
    if (fault) expect.fail(`seed ${seed}: ${fault}, made of ${JSON.stringify(slipped)}`)
  }
}, 600_000)

it('a repair leaves what stands around a request as it was, in every language', () => {
  for (let file = 0; file < PROGRAMS; file++) {
    const seed = SEED + file * 15_485_863
    const made = makeProgram(createRandom(seed))
    const fault = faultOf(made)
    if (fault) expect.fail(`seed ${seed}: ${fault}, made of ${made.name} ${JSON.stringify(made.text)}`)
  }
}, 600_000)
