import { it } from 'vitest'
import { expectNoFault, PROGRAMS, WITHIN_MS } from './each-made.ts'
import { makeProgram } from './programs.ts'
import { faultOf } from './properties.ts'

it(
  'a repair leaves what stands around a request as it was, in every language',
  () => expectNoFault({ count: PROGRAMS, stride: 15_485_863 }, makeProgram, faultOf),
  WITHIN_MS,
)
