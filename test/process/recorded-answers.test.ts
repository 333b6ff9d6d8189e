import { writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { operationsOf } from '../../scripts/docs/api/group-pages.ts'
import { type Exchange, RECORDED_FILE, type Recorded, readRecorded } from '../../scripts/docs/api/recorded.ts'
import type { SampleRequest } from '../../scripts/docs/api/sample-request.ts'
import { createOpenApi } from '../../scripts/generate/openapi.ts'
import { ROOT } from '../../scripts/run.ts'
import { WAITED_MS } from '../support/api/eventually.ts'
import { type DevServer, startDevServer } from '../support/dev-server.ts'
import { Recorder } from './recorded/recorder.ts'
import { type Planned, plannedRequests } from './recorded/requests.ts'
import { differences, settled } from './recorded/shape.ts'

/** `npm run record` writes what documentation shows; without it, what it shows is held against a new run. */
const IS_RECORDING = process.env.RECORD !== undefined

const document = JSON.parse(JSON.stringify(createOpenApi()))
const known = readRecorded()
let server: DevServer
let recorder: Recorder

/** Asks until what was sent has ended: the answers of status operations are shown as they are in the end. */
async function sendWhenEnded(request: SampleRequest): Promise<Exchange> {
  const giveUpAtMs = Date.now() + WAITED_MS
  for (;;) {
    const exchange = await recorder.send(request)
    const isEnded = !/shipment\//.test(request.path) || /_Delivered|"sequenceNumber"/.test(exchange.answer.body ?? '')
    if (isEnded || Date.now() > giveUpAtMs) return exchange
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function exchangesOf({ good, bad }: Planned): Promise<Recorded[string]> {
  const complete = good && recorder.complete(good)
  const first = bad && (await recorder.send(bad))
  const refused = first && first.answer.status < 400 ? await recorder.send({ ...bad, token: false }) : first
  const answered = complete && (await sendWhenEnded(complete))
  return {
    ...(answered && answered.answer.status < 400 && { good: answered }),
    ...(refused && refused.answer.status >= 400 && { bad: refused }),
  }
}

const bodyOf = ({ answer }: Exchange): unknown =>
  answer.contentType?.includes('json') ? JSON.parse(answer.body ?? 'null') : answer.body

describe('the answers that documentation shows', () => {
  // Of each try: what is asked of a service that has been asked before is answered as a replay.
  beforeEach(async () => {
    server = await startDevServer()
    const answer = await fetch(`${server.url}/dev/token`, { method: 'POST' })
    recorder = new Recorder(server.url, String(Object(await answer.json()).access_token))
  })
  afterEach(() => server.stop())

  it('are those of a run', async () => {
    const now: Record<string, Recorded[string]> = {}
    for (const planned of plannedRequests(document)) now[planned.id] = await exchangesOf(planned)
    if (IS_RECORDING) {
      writeFileSync(ROOT + RECORDED_FILE, `${JSON.stringify(now, null, 2)}\n`)
      return
    }
    for (const [id, { good, bad }] of Object.entries(known)) {
      const again = now[id]
      if (good) {
        expect(again?.good?.answer.status, `${id}: run \`npm run record\` if this is meant`).toBe(good.answer.status)
        expect(
          differences(again?.good && bodyOf(again.good), bodyOf(good)),
          `${id}: run \`npm run record\` if this is meant`,
        ).toEqual([])
      }
      if (bad)
        expect(settled(again?.bad?.answer.body ?? ''), `${id}: run \`npm run record\` if this is meant`).toBe(
          settled(bad.answer.body ?? ''),
        )
    }
  })
})

describe('the answers that are recorded', () => {
  it('are of operations that there are', () => {
    const ids = new Set(operationsOf(document).map(({ id }) => id))
    expect(Object.keys(known).filter((id) => !ids.has(id))).toEqual([])
  })
})
