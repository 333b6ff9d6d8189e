import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundle } from '../../../extension/scripts/bundle.ts'
import { EXTENSION } from '../../../extension/scripts/places.ts'

/** Our own sources that a bundle of one file would have in it. */
async function sourcesOf(entry: string): Promise<readonly string[]> {
  const { metafile } = await build({
    absWorkingDir: EXTENSION,
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    packages: 'external',
    outdir: 'out',
    format: 'esm',
    alias: { '@straks/shared': '../shared/index.ts' },
  })
  return Object.keys(metafile.inputs)
}

// A bundler wraps each module that what is loaded on demand needs in a function of its own, and several hundred of those
// make a slow start: what both hosts need comes as arguments.
describe.each(['server/node-main.ts', 'server/browser-main.ts'])('%s', (entry) => {
  it('brings only what is the host’s own', async () => {
    const sources = await sourcesOf(entry)
    expect(sources).toContain(entry)
    expect(sources.filter((path) => !/^(?:server\/|rule-page-folder\.ts$)/.test(path))).toEqual([])
  })
})

describe('the server, packed', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'straks-packed-'))
    await bundle('small', join(folder, 'dist'))
  }, 60_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  /** The parts of Node that a process has loaded by the time that its server has answered and ended. */
  async function loadedBy(messages: readonly object[]): Promise<readonly string[]> {
    const list = join(folder, 'loaded.json')
    const note = join(folder, 'note.cjs')
    const writing = `require('node:fs').writeFileSync(${JSON.stringify(list)}, JSON.stringify(process.moduleLoadList))`
    await writeFile(note, `process.on('exit', () => ${writing})`)
    const server = spawn(process.execPath, ['--require', note, join(folder, 'dist/server.js'), '--stdio'], {
      stdio: ['pipe', 'ignore', 'inherit'],
    })
    for (const message of messages) {
      const text = JSON.stringify({ jsonrpc: '2.0', ...message })
      server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`)
    }
    await once(server, 'exit')
    return JSON.parse(await readFile(list, 'utf8'))
  }

  it('starts without the parts of Node that only other transports need', async () => {
    const loaded = await loadedBy([
      { id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } },
      { method: 'initialized', params: {} },
      { id: 2, method: 'shutdown' },
      { method: 'exit' },
    ])
    expect(loaded).toContain('NativeModule url')
    expect(loaded).not.toContain('NativeModule crypto')
    expect(loaded).not.toContain('NativeModule child_process')
  })
})
