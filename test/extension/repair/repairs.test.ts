import { expect, it } from 'vitest'
import { createRandom } from '../../../scripts/corpora/random.ts'
import { makeFile } from './files.ts'
import { FILES, SEED, WITHIN_MS } from './how-many.ts'
import { faultOf } from './properties.ts'

it(
  'a repair leaves a whole document with nothing but its finding changed, in every layout',
  () => {
    for (let file = 0; file < FILES; file++) {
      const seed = SEED + file * 7_919
      const made = makeFile(createRandom(seed))
      const fault = faultOf(made)
      if (fault) expect.fail(`seed ${seed}: ${fault}, made of ${JSON.stringify(made.text)}`)
    }
  },
  WITHIN_MS,
)
