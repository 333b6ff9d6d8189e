import { expect, it } from 'vitest'
import { createRandom } from '../../../scripts/corpora/random.ts'
import { PROGRAMS, SEED, WITHIN_MS } from './how-many.ts'
import { makeProgram } from './programs.ts'
import { faultOf } from './properties.ts'

it(
  'a repair leaves what stands around a request as it was, in every language',
  () => {
    for (let file = 0; file < PROGRAMS; file++) {
      const seed = SEED + file * 15_485_863
      const made = makeProgram(createRandom(seed))
      const fault = faultOf(made)
      if (fault) expect.fail(`seed ${seed}: ${fault}, made of ${made.name} ${JSON.stringify(made.text)}`)
    }
  },
  WITHIN_MS,
)
