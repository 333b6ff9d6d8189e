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

describe('the production bundle', () => {
  it('contains neither the local issuer nor the development routes, which the development bundle contains', async () => {
    const development = await bundle('development', 'index.js', [])
    const production = await bundle('production', 'index.js', ['--env', 'production', '--minify=false'])
    expect(ONLY_IN_DEVELOPMENT.filter((text) => !development.includes(text))).toEqual([])
    expect(ONLY_IN_DEVELOPMENT.filter((text) => production.includes(text))).toEqual([])
  })

  // 200 KiB is the goal. Measured by leaving each out: the HTML parser's table of entities is 14 KiB, what routes and schemas
  // say of themselves for the description 12, the mail parser 11, zod's JSON Schema 5. The rest are rules, their sentences in
  // three languages, and libraries.
  it('is at most 279 KiB when compressed', async () => {
    const production = await bundle('minified', 'index.js', ['--env', 'production'])
    expect(gzipSync(production).length).toBeLessThanOrEqual(279 * KIBIBYTE)
  })
})
