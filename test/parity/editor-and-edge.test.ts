import { type documentKinds, judge, recognise } from '@straks/shared'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJsonBody } from '../../worker/api/http/json-body.ts'
import { runs } from '../support/runs.ts'
import { editorFindings } from './support/editor-findings.ts'
import { writtenRequest } from './support/written-requests.ts'

const RUNS = runs(100_000)

async function edgeRefuses(text: string, kind: (typeof documentKinds)[number]): Promise<boolean> {
  const headers = { 'content-type': 'application/json' }
  const body = await readJsonBody(new Request('http://straks.test', { method: 'POST', body: text, headers }))
  return !body.ok || !judge(kind, body.value, 'en').ok
}

describe('editor and edge', () => {
  it(`give the same verdict on ${RUNS} requests, right and wrong`, async () => {
    const seen = { accepted: 0, refused: 0 }
    await fc.assert(
      fc.asyncProperty(writtenRequest, async ({ document, text }) => {
        const kind = recognise(document)
        if (!kind) return
        const refuses = editorFindings(text).some(({ severity }) => severity === 'error')
        seen[refuses ? 'refused' : 'accepted']++
        if ((await edgeRefuses(text, kind)) !== refuses)
          throw new Error(`The editor ${refuses ? 'refuses' : 'accepts'}, the edge does not: ${text.slice(0, 2_000)}`)
      }),
      { numRuns: RUNS },
    )
    // Most requests are of a known kind, and neither verdict is rare: else this proves little.
    expect(seen.accepted).toBeGreaterThan(RUNS / 10)
    expect(seen.refused).toBeGreaterThan(RUNS / 10)
  }, 300_000)
})
