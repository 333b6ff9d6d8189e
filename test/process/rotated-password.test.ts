import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { eventually, until } from '../support/api/eventually.ts'
import { emailRequest } from '../support/api/requests.ts'
import { Service } from '../support/api/service.ts'
import { type DevServer, startDevServer } from '../support/dev-server.ts'
import { MailServer, PASSWORD, USERNAME } from './providers/mail-server.ts'

const NEW_PASSWORD = 'et-nytt-hemmelig-passord'
const MAILS = 10

const mailServer = new MailServer({ hideSTARTTLS: true, allowInsecureAuth: true })
let folder: string
let service: DevServer | undefined

const start = async (password: string): Promise<DevServer> => {
  service = await startDevServer({
    persistTo: join(folder, 'state'),
    vars: {
      EMAIL_PROVIDERS: 'smtp',
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: String(mailServer.port),
      SMTP_SECURITY: 'none-on-loopback',
      SMTP_USERNAME: USERNAME,
      SMTP_PASSWORD: password,
    },
  })
  return service
}

beforeAll(() => mailServer.listen())
/** Of each try: the mail server has only its mails, and still knows the old password. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'straks-password-'))
  mailServer.passwords = [PASSWORD]
  mailServer.received.length = 0
})
afterEach(async () => {
  await service?.stop()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})
afterAll(() => mailServer.close())

/** Sends mails at once, and tells to whom and under which ids. */
async function sendSome(server: DevServer, name: string) {
  const client = await Service.at(server).client()
  const addresses = Array.from({ length: MAILS }, (_, index) => `${name}-${index}@example.com`)
  const ids = await Promise.all(
    addresses.map((emailAddress) => client.sendEmail(emailRequest({ recipient: { emailAddress } }))),
  )
  return { addresses, ids }
}

describe('a provider’s password that is replaced', () => {
  it('loses no mail and doubles none, even where the old one ends before the new one is put', async () => {
    const before = await start(PASSWORD)
    const first = await sendSome(before, 'before')
    mailServer.passwords = [NEW_PASSWORD]
    const between = await sendSome(before, 'between')
    await eventually(
      async () => before.output().split('535').length,
      (count) => count > MAILS,
    )
    expect(before.output()).not.toContain(PASSWORD)
    // A mail whose taking is not noted when the service ends may be handed over again: that is not looked at here.
    await until(() => mailServer.openSessions === 0)
    const client = await Service.at(before).client()
    const isTaken = (address: string) => mailServer.received.some(({ to }) => to.includes(address))
    for (const [index, id] of first.ids.entries())
      if (isTaken(first.addresses[index] ?? '')) expect(await client.settles(id)).toBe('Email_Delivered')
    await before.stop()
    const after = await start(NEW_PASSWORD)
    const last = await sendSome(after, 'after')
    const later = await Service.at(after).client()
    for (const id of [...first.ids, ...between.ids, ...last.ids])
      expect(await later.settles(id, 90_000)).toBe('Email_Delivered')
    const told = mailServer.received.flatMap(({ to }) => to).sort()
    expect(told).toEqual([...first.addresses, ...between.addresses, ...last.addresses].sort())
  })
})
