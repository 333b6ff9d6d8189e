import { existsSync, readFileSync } from 'node:fs'
import * as z from 'zod'
import { ROOT } from '../../run.ts'

/** Where the answers that documentation shows are kept: `npm run record` writes it. */
export const RECORDED_FILE = 'docs/api/recorded.json'

const Exchange = z.object({
  request: z.object({
    method: z.string(),
    path: z.string(),
    contentType: z.string().optional(),
    body: z.string().optional(),
    token: z.boolean(),
  }),
  answer: z.object({ status: z.int(), contentType: z.string().optional(), body: z.string().optional() }),
})

const Recorded = z.record(z.string(), z.object({ good: Exchange.optional(), bad: Exchange.optional() }))

/** A request that was sent, and what came back. */
export type Exchange = z.output<typeof Exchange>

/** What was recorded, by the operations' names. */
export type Recorded = z.output<typeof Recorded>

/** What was recorded last. */
export function readRecorded(): Recorded {
  const path = ROOT + RECORDED_FILE
  return existsSync(path) ? Recorded.parse(JSON.parse(readFileSync(path, 'utf8'))) : {}
}
