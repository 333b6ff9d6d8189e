import { it } from 'vitest'
import { expectNoFault, FILES, WITHIN_MS } from './each-made.ts'
import { makeFile, slip } from './files.ts'
import { faultOfBroken } from './properties.ts'

it(
  'a document with slips is repaired only where it is whole',
  () =>
    expectNoFault(
      { count: FILES, stride: 104_729 },
      (random) => {
        const { name, text } = makeFile(random)
        return { name, text: slip(text, random) }
      },
      faultOfBroken,
    ),
  WITHIN_MS,
)
