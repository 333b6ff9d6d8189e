import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listIn } from '../support/api/answer.ts'
import type { Client } from '../support/api/client.ts'
import { eventually } from '../support/api/eventually.ts'
import { emailRequest, smsRequest } from '../support/api/requests.ts'
import { Service } from '../support/api/service.ts'
import { builtTerminal } from '../support/built-terminal/file.ts'
import { type DevServer, startDevServer } from '../support/dev-server.ts'

const NUMBER = '+4792837465'

/** What is read was left by a process that was ended: the first to open it may be putting it in order. */
const UNLOCKED_WITHIN_MS = 5_000

let folder: string
let server: DevServer
let sender: Client
let token: string

const start = async (): Promise<void> => {
  server = await startDevServer({ persistTo: join(folder, 'state') })
  const service = Service.at(server)
  sender = await service.client()
  token = await service.token({ org: 'desk', scope: 'straks:operator' })
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'straks-operator-'))
  await start()
})
/** A test that failed while the service was down is tried again, and needs it. */
beforeEach(async () => {
  if (!server.isRunning()) await start()
})
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** Runs `straks admin` as a process of its own. */
async function admin(words: readonly string[], input = '', changes: Readonly<Record<string, string>> = {}) {
  const env = { ...process.env, NO_COLOR: '1', STRAKS_URL: server.url, STRAKS_TOKEN: token, ...changes }
  const child = spawn(process.execPath, [builtTerminal(), 'admin', ...words], { cwd: folder, stdio: 'pipe', env })
  child.stdin.end(input)
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { out, err, code }
}

const databases = (): readonly string[] =>
  readdirSync(join(folder, 'state'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.sqlite'))
    .map((path) => join(folder, 'state', path))

/** Where the ledgers and the feed lie: what a restored backup brings back. */
const objectFolders = (): readonly string[] => [
  ...new Set(
    databases()
      .map(dirname)
      .filter((path) => /OrderLedger|StatusFeed/.test(path)),
  ),
]

/** Every value of every row of every table that is stored, as the databases give them. */
function everythingStored(): string {
  return databases()
    .map((path) => {
      const database = new DatabaseSync(path, { readOnly: true, timeout: UNLOCKED_WITHIN_MS })
      const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all()
      const rows = tables.map(({ name }) => {
        const all = database.prepare(`SELECT * FROM "${String(name)}"`)
        all.setReadBigInts(true)
        return all.all()
      })
      database.close()
      return JSON.stringify(rows, (_, value: unknown) =>
        value instanceof Uint8Array
          ? Buffer.from(value).toString('latin1')
          : typeof value === 'bigint'
            ? String(value)
            : value,
      )
    })
    .join('\n')
}

const send = async (): Promise<string> => {
  const request = smsRequest({ recipient: { phoneNumber: NUMBER }, request: { sendersReference: `kode-${NUMBER}` } })
  const id = await sender.sendSms(request)
  await sender.settles(id)
  await eventually(
    () => sender.feed(0),
    (entries) => entries.some(({ shipmentId }) => shipmentId === id),
  )
  return id
}

describe('straks admin', () => {
  it('finds a message, shows its timeline, and how the service fares', async () => {
    const id = await send()
    const found = await admin(['find', '--recipient', NUMBER])
    expect([found.code, found.err]).toEqual([0, ''])
    expect(found.out).toContain(id)
    const shown = await admin(['show', id])
    for (const word of ['SMS_Delivered', 'claimed', 'asked', 'answered', 'receipt', 'ended'])
      expect(shown.out).toContain(word)
    expect(JSON.parse((await admin(['show', id, '--format', 'json'])).out)).toMatchObject({ shipmentId: id })
    expect((await admin(['overview'])).out).toMatch(/^accepted +\d/m)
    expect((await admin(['audit', '--limit', '2'])).out).toMatch(/desk +look/)
  })

  it('shows no character that steers a terminal, whatever a sender has written', async () => {
    const sendersReference = 'a\u001b[2J\u202eb\nc'
    const id = await sender.sendSms(smsRequest({ request: { sendersReference } }))
    const { out } = await admin(['show', id])
    expect(out).toContain('a\\u{1b}[2J\\u{202e}b\\u{a}c')
    expect(out).not.toMatch(/[^\P{C}\n]/u)
  })

  it('says whose a shipment is, and is told where it is none of theirs', async () => {
    const id = await send()
    expect((await admin(['show', id, '--organization', 'ttd'])).code).toBe(0)
    const other = await admin(['show', id, '--organization', 'another'])
    expect([other.code, other.out]).toEqual([1, ''])
  })

  it('moves what waits', async () => {
    const org = `waits-${crypto.randomUUID().slice(0, 8)}`
    const waiting = await Service.at(server).client({ org })
    const id = await waiting.sendSms(smsRequest({ recipient: { phoneNumber: '+4799990011' } }))
    expect((await admin(['redrive', id])).code).toBe(0)
    expect((await admin(['redrive', '--organization', org, '--state', 'unfinished'])).out).toMatch(/redriven +1/)
    const request = smsRequest({ recipient: { phoneNumber: '+4799990011' } })
    await waiting.sendSms(request)
    expect((await admin(['redrive', '--key', request.idempotencyId])).out).toMatch(/redriven +1/)
    expect((await admin(['give-up', id])).code).toBe(0)
    const refused = await admin(['redrive', id])
    expect([refused.code, refused.out]).toEqual([1, ''])
    expect(refused.err).toContain('(ended)')
  })

  it('says what is wrong', async () => {
    for (const words of [['dance'], ['show'], ['redrive']]) expect((await admin(words)).code, words.join(' ')).toBe(2)
    expect((await admin(['audit'], '', { STRAKS_TOKEN: '' })).err).toContain('STRAKS_TOKEN')
    expect((await admin(['audit', '--url', 'http://example.com'])).err).toContain('https')
    expect((await admin(['audit'], '', { STRAKS_TOKEN: 'x.y.z' })).code).toBe(1)
    const old = await Service.at(server).token({ org: 'desk', scope: 'straks:operator', expiresIn: -120 })
    expect((await admin(['audit'], '', { STRAKS_TOKEN: old })).err).toContain('expired 2 minutes ago')
  })

  it('erases the mark of an address that mail came back from', async () => {
    const emailAddress = 'bounced@simulator.test'
    await sender.settles(await sender.sendEmail(emailRequest({ recipient: { emailAddress } })))
    const listed = async () => listIn((await sender.ask('GET', '/straks/v1/suppressions')).json.items)
    const [entry] = await eventually(listed, (items) => items.length === 1)
    await server.stop()
    expect(everythingStored()).toContain(String(entry?.id))
    await start()
    expect((await admin(['erase', '-'], emailAddress)).out).toMatch(/suppressions +1/)
    await server.stop()
    expect(everythingStored()).not.toContain(String(entry?.id))
    await start()
  })

  it('erases someone from every row that is stored, and again after a backup has been restored', async () => {
    await send()
    await server.stop()
    expect(everythingStored()).toContain('92837465')
    const folders = objectFolders()
    const backup = await mkdtemp(join(folder, 'backup-'))
    for (const one of folders) await cp(one, join(backup, one), { recursive: true })
    await start()
    const erased = await admin(['erase', '-'], NUMBER)
    expect(erased.out).toMatch(/deliveries +[1-9]/)
    expect((await admin(['erase', '-'], NUMBER)).out).toMatch(/^Nothing was erased: /)
    await server.stop()
    expect(everythingStored()).not.toContain('92837465')
    for (const one of folders) {
      await rm(one, { recursive: true })
      await cp(join(backup, one), one, { recursive: true })
    }
    expect(everythingStored()).toContain('92837465')
    await start()
    expect((await admin(['erase-again'])).out).toMatch(/deliveries +[1-9]/)
    await server.stop()
    expect(everythingStored()).not.toContain('92837465')
    await start()
  })
})
