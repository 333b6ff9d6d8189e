import { expect, it } from 'vitest'
import { createRandom } from '../../../scripts/corpora/random.ts'
import { makeFile, slip } from './files.ts'
import { FILES, SEED, WITHIN_MS } from './how-many.ts'
import { faultOfBroken } from './properties.ts'

it(
  'a document with slips is repaired only where it is whole',
  () => {
    for (let file = 0; file < FILES; file++) {
      const seed = SEED + file * 104_729
      const random = createRandom(seed)
      const { name, text } = makeFile(random)
      const slipped = slip(text, random)
      const fault = faultOfBroken({ name, text: slipped })
      if (fault) expect.fail(`seed ${seed}: ${fault}, made of ${JSON.stringify(slipped)}`)
    }
  },
  WITHIN_MS,
)
