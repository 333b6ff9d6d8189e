import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allPages } from '../../scripts/docs/all-pages.ts'
import { readRecorded } from '../../scripts/docs/api/recorded.ts'
import { ORIGIN } from '../../scripts/docs/api/sample-request.ts'
import { createOpenApi } from '../../scripts/generate/openapi.ts'
import { type DevServer, startDevServer } from '../support/dev-server.ts'

const run = promisify(execFile)

/** An id of chance: what one run made, and the next has not. Ids of messages follow from their keys, and are the same. */
const ID_OF_CHANCE = /[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/

/** What was recorded and can be sent again by itself; the test that records sends the rest. */
const REPEATABLE = new Set(
  Object.values(readRecorded()).flatMap(({ good }) =>
    good && !ID_OF_CHANCE.test(good.request.path) ? [`${good.request.method} ${ORIGIN}${good.request.path}`] : [],
  ),
)

function isRepeatable(code: string): boolean {
  const [, inCurl, inTypeScript] = / -X (\w+) |method: '(\w+)'/.exec(code) ?? []
  return REPEATABLE.has(`${inCurl ?? inTypeScript ?? 'GET'} ${/https?:[^\s"']+/.exec(code)?.[0] ?? ''}`)
}

/** Where a guide shows a refusal. */
const REFUSED = /headers-1/

const pages = allPages(createOpenApi()).filter(({ part }) => part === 'api' || part === 'guides')

/** The samples of a language, page for page. */
const samplesIn = (language: string): readonly (readonly [path: string, codes: readonly string[]])[] =>
  pages.map(({ path, markdown }) => [
    path,
    Array.from(
      markdown.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)\\n\`\`\`$`, 'gm')),
      ([, code = '']) => code,
    ).filter((code) => path.startsWith('guides/') || isRepeatable(code)),
  ])

let server: DevServer
let folder = ''
let env: NodeJS.ProcessEnv

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'straks-samples-'))
  server = await startDevServer()
  const answer = await fetch(`${server.url}/dev/token`, { method: 'POST' })
  env = { ...process.env, TOKEN: String(Object(await answer.json()).access_token) }
})
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

describe('the samples of the documentation', () => {
  it('in curl are answered as they should be', async () => {
    let count = 0
    for (const [path, codes] of samplesIn('sh'))
      for (const code of codes) {
        const { stdout } = await run('bash', ['-euc', code.replaceAll(ORIGIN, server.url)], { env })
        const statuses = Array.from(stdout.matchAll(/^HTTP\/1\.1 (\d+)/gm), ([, status]) => Number(status))
        const wanted = REFUSED.test(code) ? 400 : 200
        for (const status of statuses) expect(status - (status % 100), `${path}: ${code}\n${stdout}`).toBe(wanted)
        count++
      }
    expect(count).toBeGreaterThan(20)
  })

  it('in TypeScript are answered as they should be', async () => {
    let count = 0
    for (const [path, codes] of samplesIn('ts'))
      for (const code of codes) {
        const file = join(folder, `${count}.mts`)
        await writeFile(file, code.replaceAll(ORIGIN, server.url))
        const { stdout } = await run(process.execPath, [file], { env })
        const [, status] = /^(\d{3}) /.exec(stdout) ?? []
        if (status !== undefined) expect(Number(status), `${path}: ${code}\n${stdout}`).toBeLessThan(400)
        count++
      }
    expect(count).toBeGreaterThan(10)
  })
})
