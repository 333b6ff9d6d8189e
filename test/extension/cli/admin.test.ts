import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { straks } from '../support/straks.ts'

let folder: string
let server: Server | undefined
/** The bodies of what was asked. */
const asked: string[] = []
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
  asked.length = 0
  const started = createServer(async (request, response) => {
    asked.push(await text(request))
    const { status, json } = rest.shift() ?? { status: 500, json: {} }
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json))
  })
  server = started
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve))
  const address = started.address()
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
}

const admin = (url: string, words: readonly string[], input?: string) =>
  straks(['admin', ...words, '--url', url, '--token-file', 'token'], folder, input)

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

const erasing = (deliveries: number) => ({ status: 200, json: { erased: { deliveries }, next: null } })

it('an erasure takes a name a line from standard input, and says of each what came of it', async () => {
  const url = await answering(erasing(2), erasing(0))
  const { code, out } = await admin(url, ['erase', '-'], '+4799999999\r\n\n  ola@example.com\n')
  expect(asked.map((body) => JSON.parse(body))).toEqual([
    { recipient: '+4799999999' },
    { recipient: 'ola@example.com' },
  ])
  expect([code, out]).toEqual([
    0,
    'Name 1 of 2\ndeliveries  2\nName 2 of 2\nNothing was erased: nothing that is stored names anyone to erase.\n',
  ])
})

it('one of which a name is refused says which, and what was erased before', async () => {
  const url = await answering(erasing(2), { status: 400, json: { title: 'No name.' } })
  const { code, err } = await admin(url, ['erase', '-'], '+4799999999\nola\n')
  expect([code, err]).toEqual([1, 'straks: Name 2 of 2: No name.; before that: deliveries 2\n'])
})

it('what names no one, and a limit that would show nothing, are wrong usage', async () => {
  const url = await answering()
  for (const [words, why] of [
    [['erase', '-'], 'standard input names no one'],
    [['erase', ' '], 'an empty word names no one'],
    [['show', ''], 'an empty word names no one'],
    [['find', '--limit', '0'], '--limit takes a whole number, from 1 to 999999'],
    [['overview', '--minutes', '1.5'], '--minutes takes a whole number, from 1 to 1440'],
  ] as const) {
    const { code, err } = await admin(url, words)
    expect([code, err.split('\n')[0]]).toEqual([2, `straks: ${why}`])
  }
  const nowhere = await straks(['admin', 'overview', '--url', '', '--token-file', 'token'], folder)
  expect([nowhere.code, asked]).toEqual([2, []])
})

it('an action on one name refuses several', async () => {
  const url = await answering({ status: 200, json: {} })
  for (const action of ['suppress', 'lift', 'redrive', 'show']) {
    const { code, err } = await admin(url, [action, '-', '--organization', 'ttd'], 'one@example.com\ntwo@example.com\n')
    expect([code, err.split('\n')[0]]).toEqual([2, `straks: ${action} takes one name at a time`])
  }
  expect(asked).toEqual([])
})

it('an address is suppressed for an organisation that is named, and not repeated', async () => {
  const url = await answering({ status: 200, json: { items: [], next: null } })
  expect(await admin(url, ['suppress', 'ola@example.com'])).toMatchObject({ code: 2 })
  const { code, out } = await admin(url, ['suppress', 'ola@example.com', '--organization', 'ttd'])
  expect([code, out, asked]).toEqual([
    0,
    'ttd: Its mail does not go there.\n',
    ['{"organization":"ttd","emailAddress":"ola@example.com"}'],
  ])
})
