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

const ONLY_ON_A_LAPTOP = ['/dev/token', '/dev/inbox', 'urn:straks:local-issuer', 'generateKeyPair', 'LocalIssuer']

describe('the production bundle', () => {
  it('holds neither the local issuer nor the development routes, which the laptop’s does hold', async () => {
    const laptop = await bundle('laptop', 'development.js', [])
    const production = await bundle('production', 'index.js', ['--env', 'production', '--minify=false'])
    expect(ONLY_ON_A_LAPTOP.filter((text) => !laptop.includes(text))).toEqual([])
    expect(ONLY_ON_A_LAPTOP.filter((text) => production.includes(text))).toEqual([])
  })

  it('is at most 150 KiB when compressed', async () => {
    const production = await bundle('minified', 'index.js', ['--env', 'production'])
    expect(gzipSync(production).length).toBeLessThanOrEqual(150 * KIBIBYTE)
  })
})
