import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { listIn } from '../support/api/answer.ts'
import { CORRESPONDENCE } from '../support/api/correspondences.ts'
import { smsRequest } from '../support/api/requests.ts'
import { Service } from '../support/api/service.ts'
import { type DevServer, startDevServer } from '../support/dev-server.ts'

const SETTLED_WITHIN_MS = 30_000
const MESSAGES = 20

const folders: string[] = []
const servers: DevServer[] = []
afterAll(async () => {
  for (const server of servers) await server.kill().catch(() => undefined)
  for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'straks-sealing-'))
  folders.push(folder)
  return folder
}

async function start(persistTo: string, vars: Record<string, string> = {}): Promise<DevServer> {
  const server = await startDevServer({ persistTo, vars })
  servers.push(server)
  return server
}

/** The files of a folder that contain any of these words, as they are or as UTF-16. */
async function filesWith(folder: string, words: readonly string[]): Promise<readonly string[]> {
  const wanted = words.flatMap((word) => [Buffer.from(word), Buffer.from(word, 'utf16le')])
  const paths = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = paths.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
  const found = await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(file)
      return wanted.some((word) => bytes.includes(word)) ? [file] : []
    }),
  )
  return found.flat()
}

const order = (body: string) => ({
  idempotencyId: crypto.randomUUID(),
  requestedSendTime: new Date(Date.now() + 3_600_000).toISOString(),
  recipient: {
    recipientEmail: { emailAddress: 'ola@example.com', emailSettings: { subject: `Emne ${body}`, body } },
  },
})

const key = () => ({
  id: `key-${crypto.randomUUID().slice(0, 8)}`,
  key: Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64'),
})

describe('what a state folder says of messages', () => {
  it('is nothing of their texts, in tables, logs of changes or the inbox, while they wait and after', async () => {
    const folder = await newFolder()
    const server = await start(folder)
    const client = await Service.at(server).client()
    const words = ['7391846250', '8264019375', '9150384627', '6027481935']
    const [silent = '', delivered = '', waiting = '', published = ''] = words
    await client.sendSms(smsRequest({ recipient: { phoneNumber: '+4799990009' }, settings: { body: silent } }))
    await client.settles(await client.sendSms(smsRequest({ settings: { body: delivered } })))
    await client.sendOrder(order(waiting))
    const made = await client.ask('POST', CORRESPONDENCE, {
      correspondence: {
        resourceId: 'urn:altinn:resource:example',
        sendersReference: 'sak-1',
        content: { language: 'nb', messageTitle: `Vedtak ${published}`, messageBody: `Her er ${published}.` },
        notification: {
          notificationTemplate: 'CustomMessage',
          notificationChannel: 'Email',
          emailSubject: `Brev ${published}`,
          emailBody: `Brev ${published}.`,
        },
      },
      recipients: ['0192:991825827'],
    })
    expect(made.status).toBe(200)
    expect(JSON.stringify(await Service.at(server).arrived())).toContain(delivered)
    await server.kill()
    expect(await filesWith(folder, words)).toEqual([])
    // The search itself finds what is there: a reference, which is no secret.
    expect(await filesWith(folder, ['sak-1'])).not.toEqual([])
  })
})

describe('a change of keys while messages are under way', () => {
  it('loses none: what the older key sealed is opened, and the newer one seals', async () => {
    const folder = await newFolder()
    const [older, newer] = [key(), key()]
    const before = await start(folder, { CONTENT_KEYS: JSON.stringify([older]) })
    const token = await Service.at(before).token()
    const client = Service.at(before).clientWith(token)
    const waiting = await client.sendOrder(order('venter'))
    const flaky = smsRequest({ recipient: { phoneNumber: '+4799990010' } })
    const shipments = await Promise.all(
      Array.from({ length: MESSAGES }, () => client.sendSms({ ...flaky, idempotencyId: crypto.randomUUID() })),
    )
    await before.kill()
    const after = await start(folder, { CONTENT_KEYS: JSON.stringify([newer, older]) })
    const later = Service.at(after).clientWith(token)
    for (const shipment of shipments) expect(await later.settles(shipment, SETTLED_WITHIN_MS)).toBe('SMS_Delivered')
    const { json } = await later.ask('GET', `/notifications/api/v1/orders/${waiting}`)
    expect(JSON.stringify(json)).toContain('Emne venter')
    const fresh = await later.sendSms()
    expect(await later.settles(fresh, SETTLED_WITHIN_MS)).toBe('SMS_Delivered')
    await after.kill()
    expect(await filesWith(folder, [`sealed.${newer.id}.`])).not.toEqual([])
  })

  it('loses none in the steps of the runbook, with messages under way at each of them', async () => {
    const folder = await newFolder()
    const [older, newer] = [key(), key()]
    const flaky = smsRequest({ recipient: { phoneNumber: '+4799990010' } })
    const shipments: string[] = []
    let token: string | undefined
    for (const keys of [[older], [older, newer], [newer, older]]) {
      const server = await start(folder, { CONTENT_KEYS: JSON.stringify(keys) })
      token ??= await Service.at(server).token()
      const client = Service.at(server).clientWith(token)
      const sent = Array.from({ length: MESSAGES }, () =>
        client.sendSms({ ...flaky, idempotencyId: crypto.randomUUID() }),
      )
      shipments.push(...(await Promise.all(sent)))
      await server.kill()
    }
    const both = await start(folder, { CONTENT_KEYS: JSON.stringify([newer, older]) })
    const last = Service.at(both).clientWith(String(token))
    for (const shipment of shipments) expect(await last.settles(shipment, SETTLED_WITHIN_MS)).toBe('SMS_Delivered')
    await both.stop()
    const alone = await start(folder, { CONTENT_KEYS: JSON.stringify([newer]) })
    const client = Service.at(alone).clientWith(String(token))
    expect(await client.settles(await client.sendSms(), SETTLED_WITHIN_MS)).toBe('SMS_Delivered')
    expect(listIn((await client.ask('GET', '/dead-letters')).json)).toEqual([])
    await alone.stop()
  })
})
