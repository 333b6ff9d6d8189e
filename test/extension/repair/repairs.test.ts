import { it } from 'vitest'
import { expectNoFault, FILES, WITHIN_MS } from './each-made.ts'
import { makeFile } from './files.ts'
import { faultOf } from './properties.ts'

it(
  'a repair leaves a whole document with nothing but its finding changed, in every layout',
  () => expectNoFault({ count: FILES, stride: 7_919 }, makeFile, faultOf),
  WITHIN_MS,
)
