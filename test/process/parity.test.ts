import { recognise } from '@straks/shared'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_LINT_OPTIONS } from '../../extension/lint/options.ts'
import { editorFindings } from '../parity/support/editor-findings.ts'
import { writtenRequest } from '../parity/support/written-requests.ts'
import type { Client } from '../support/api/client.ts'
import { REQUEST_PATHS } from '../support/api/request-paths.ts'
import { Service } from '../support/api/service.ts'
import { type DevServer, startDevServer } from '../support/dev-server.ts'
import { runs } from '../support/runs.ts'

/** `PARITY_REQUESTS=100000` for more; `docs/proof.md` has what the last long run found. */
const RUNS = Number(process.env.PARITY_REQUESTS ?? runs(2_000))

/** Many times what a request takes, for a busy machine. */
const WITHIN_MS = 60_000 + RUNS * 100

/** What is told of a text that is no JSON: the edge cannot read on, while the editor tells what else it sees. */
const NOT_JSON: readonly string[] = ['json-syntax']

/** How the edge refuses a request for what is written in it: a template that Altinn no longer has is 404. */
const REFUSED: readonly number[] = [400, 404]

/** An empty list of recipients is advice in a file, which a program may fill, and an error once it is sent. */
const OPEN_UNTIL_SENT = 'message-recipient'

const editorErrors = (text: string): readonly string[] =>
  editorFindings(text, { ...DEFAULT_LINT_OPTIONS, now: Date.now })
    .filter(({ code, severity }) => severity === 'error' || (severity === 'warning' && code === OPEN_UNTIL_SENT))
    .map(({ code }) => code)

/** What the edge has against a body: nothing where it read and judged it, whatever became of it afterwards. */
async function edgeErrors(client: Client, path: string, text: string): Promise<readonly string[]> {
  const { status, json } = await client.ask('POST', path, text)
  if (status >= 500) throw new Error(`The edge answers ${status}`)
  if (!REFUSED.includes(status)) return []
  const findings: unknown = json.findings
  if (!Array.isArray(findings)) return NOT_JSON
  return findings.filter(({ severity }) => severity === 'error').map(({ code }) => String(code))
}

describe('the editor and the running service', () => {
  let server: DevServer
  let client: Client

  beforeAll(async () => {
    server = await startDevServer()
    client = await Service.at(server).client()
  }, 90_000)

  afterAll(() => server.stop())

  it(`refuse the same of ${RUNS} requests, for the same reasons`, { timeout: WITHIN_MS }, async () => {
    const seen = { accepted: 0, refused: 0 }
    await fc.assert(
      fc.asyncProperty(writtenRequest, async ({ document, text }) => {
        const kind = recognise(document)
        const path = kind && REQUEST_PATHS.get(kind.name)
        if (path === undefined) return
        const said = new Set(editorErrors(text))
        const editor = said.has('json-syntax') ? new Set(NOT_JSON) : said
        const edge = new Set(await edgeErrors(client, path, text))
        seen[edge.size > 0 ? 'refused' : 'accepted']++
        expect({ text, errors: [...edge].sort() }).toEqual({ text, errors: [...editor].sort() })
      }),
      { numRuns: RUNS },
    )
    expect(seen.accepted).toBeGreaterThan(RUNS / 20)
    expect(seen.refused).toBeGreaterThan(RUNS / 20)
  })
})
