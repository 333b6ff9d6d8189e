import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LOCAL_TOOL_SETTINGS, ROOT } from '../../scripts/run.ts'

const run = promisify(execFile)
const KIBIBYTE = 1_024

let folder = ''

/** What wrangler would upload for one environment. */
async function bundle(name: string, entry: string, parameters: readonly string[]): Promise<string> {
  const outdir = join(folder, name)
  const wrangler = `${ROOT}node_modules/wrangler/bin/wrangler.js`
  await run(process.execPath, [wrangler, 'deploy', '--dry-run', '--outdir', outdir, ...parameters], {
    cwd: ROOT,
    env: { ...process.env, ...LOCAL_TOOL_SETTINGS },
  })
  return readFile(join(outdir, entry), 'utf8')
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'straks-bundle-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const ONLY_IN_DEVELOPMENT = [
  'Get a token of the local issuer',
  '/inbox/messages',
  '/shipments/{shipmentId}/due',
  'urn:straks:local-issuer',
  'generateKeyPair',
  'LocalIssuer',
]

/** A route's summary, what an answer is said to be, what headers of one are, and members of answers: Altinn's and our own. */
const ONLY_DESCRIBED = [
  'Send an SMS at once',
  'It is cancelled.',
  'Seconds until the fence opens.',
  'differs from the first one with the same key',
  'The problem in words.',
  'What providers know the message by.',
  'Deliveries that have not been received.',
]

describe('the production bundle', () => {
  it('contains neither the local issuer nor the development routes, which the development bundle contains', async () => {
    const development = await bundle('development', 'index.js', [])
    const production = await bundle('production', 'index.js', ['--env', 'production', '--minify=false'])
    expect(ONLY_IN_DEVELOPMENT.filter((text) => !development.includes(text))).toEqual([])
    expect(ONLY_IN_DEVELOPMENT.filter((text) => production.includes(text))).toEqual([])
  })

  // 200 KiB is the goal. Measured by leaving each out: the rules with their sentences in three languages are 25 KiB, zod 29, providers
  // 18, the ledger 16, the mail parser 12, what finds links 10, tokens 8, telephone numbers 8.
  it('has nothing that only describes the API, and is at most 258 KiB when compressed', async () => {
    const production = await bundle('minified', 'index.js', ['--env', 'production'])
    expect(ONLY_DESCRIBED.filter((text) => production.includes(text))).toEqual([])
    expect(gzipSync(production).length).toBeLessThanOrEqual(258 * KIBIBYTE)
  })
})
