import { createRequire } from 'node:module'
import * as z from 'zod'
import { numberingPlansJson } from '../generate/phone-metadata.ts'

const Decoder = z.object({ htmlDecodeTree: z.instanceof(Uint16Array) })

/** The tree of HTML's named character references that the tokenizer has, of the version that it has. */
function htmlReferences(): readonly number[] {
  const tokenizer = createRequire(import.meta.url).resolve('htmlparser2')
  return [...Decoder.parse(createRequire(tokenizer)('entities/decode')).htmlDecodeTree]
}

/** What the Worker reads before its first request: `Tables` of worker/platform/tables.ts. */
export const tablesJson = (): string =>
  `{"numberingPlans":${numberingPlansJson()},"htmlReferences":${JSON.stringify(htmlReferences())}}`
