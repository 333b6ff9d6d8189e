import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { straks } from '../support/straks.ts'

let folder: string
let server: Server | undefined
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'straks-admin-'))
  await writeFile(join(folder, 'token'), 'x.y.z')
})
afterEach(async () => {
  server?.close()
  await rm(folder, { recursive: true, force: true })
})

/** A service that answers so, one after the other; gives its address. */
async function answering(...answers: readonly { readonly status: number; readonly json: unknown }[]): Promise<string> {
  const rest = [...answers]
  const started = createServer((_, response) => {
    const { status, json } = rest.shift() ?? { status: 500, json: {} }
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json))
  })
  server = started
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve))
  const address = started.address()
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
}

const admin = (url: string, words: readonly string[]) =>
  straks(['admin', ...words, '--url', url, '--token-file', 'token'], folder)

it('a redrive of several pages that fails on one says what was done before', async () => {
  const page = (next: string) => ({ status: 200, json: { redriven: 120, refused: 3, next } })
  const url = await answering(page('a'), page('b'), { status: 503, json: { title: 'Not now.' } })
  const { code, out, err } = await admin(url, ['redrive', '--state', 'dead'])
  expect([code, out, err]).toEqual([1, '', 'straks: Not now.; before that: redriven 240, refused 6\n'])
})

it('one that fails at once says only why', async () => {
  const url = await answering({ status: 503, json: { title: 'Not now.' } })
  expect((await admin(url, ['redrive', '--state', 'dead'])).err).toBe('straks: Not now.\n')
})
