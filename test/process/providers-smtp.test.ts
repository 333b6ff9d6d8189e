import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DevServer, startDevServer } from '../support/dev-server.ts'
import { type Certificates, makeCertificates } from './providers/certificates.ts'
import { mailClient, until } from './providers/mail-client.ts'
import { MailServer, PASSWORD, USERNAME } from './providers/mail-server.ts'

const HTML = '<p>Koden er <b>428516</b> – æøå 😀</p>'

let certificates: Certificates
let mailServer: MailServer
let service: DevServer
let client: Awaited<ReturnType<typeof mailClient>>

/** The service in front of a mail server. */
const start = (vars: Readonly<Record<string, string>>, authorityFile = certificates.authorityFile) =>
  startDevServer({
    vars: {
      EMAIL_PROVIDERS: 'smtp',
      SMTP_HOST: '127.0.0.1',
      SMTP_SECURITY: 'starttls',
      SMTP_USERNAME: USERNAME,
      SMTP_PASSWORD: PASSWORD,
      ...vars,
    },
    ...(authorityFile && { env: { NODE_EXTRA_CA_CERTS: authorityFile } }),
  })

beforeAll(async () => {
  certificates = await makeCertificates()
  mailServer = new MailServer({ key: certificates.key, cert: certificates.cert })
  await mailServer.listen()
  service = await start({ SMTP_PORT: String(mailServer.port), SMTP_HOST: 'localhost' })
  client = await mailClient(service)
})
afterAll(async () => {
  await service?.stop()
  await mailServer?.close()
  await rm(dirname(certificates.authorityFile), { recursive: true, force: true })
})

/** As mail knows line ends; how many stand at the very end is the reader's own business. */
const lines = (text = ''): string => text.replaceAll(/\r\n|\r|\n/g, '\n').replace(/\n+$/, '')

const mailTo = (address: string) => mailServer.received.filter(({ to }) => to.includes(address))

describe('a mail server behind STARTTLS', () => {
  it('gets an HTML mail with its text, over TLS, from somebody who has logged in', async () => {
    const shipmentId = await client.send({ body: HTML, contentType: 'Html', subject: 'Engangskode for æøå 😀' })
    expect(await client.settled(shipmentId)).toBe('Email_Delivered')
    const [received] = mailTo('ola.nordmann@example.com')
    expect(received).toMatchObject({ secure: true, user: USERNAME, from: 'noreply@altinn.no' })
    expect(received?.mail).toMatchObject({
      subject: 'Engangskode for æøå 😀',
      messageId: `<${shipmentId}@altinn.no>`,
      html: HTML,
      text: 'Koden er 428516 – æøå 😀',
    })
    expect(received?.mail.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated')
  })

  it('gets addresses with letters beyond ASCII as it understands them', async () => {
    const shipmentIds = [
      await client.send({ emailAddress: 'bjørn@example.com' }),
      await client.send({ emailAddress: 'post@blåbær.example' }),
    ]
    for (const shipmentId of shipmentIds) expect(await client.settled(shipmentId)).toBe('Email_Delivered')
    expect(mailTo('bjørn@example.com').map(({ mail }) => mail.to?.[0]?.address)).toEqual(['bjørn@example.com'])
    expect(mailServer.received.some(({ raw }) => raw.includes('To: <post@xn--blbr-roah.example>'))).toBe(true)
  })

  it('gets what was written, however hard it is to carry, and no header that somebody smuggled in', async () => {
    const pieces = ['\r\n', '\n', '.', '\n.\n', '..', '=', '=?UTF-8?Q?x?=', ' ', 'æøå', '😀', 'x'.repeat(1_100)]
    const attacks = ['a\r\nBcc: evil@example.com', 'a\n\n<script>', 'a\r.\r\nQUIT', '=?UTF-8?B?QQ==?=', '"<>,;:']
    const text = fc
      .array(fc.oneof(fc.constantFrom(...pieces, ...attacks), fc.string()), { minLength: 1, maxLength: 10 })
      .map((parts) => `x${parts.join('').replaceAll(/(?![\r\n])\p{Cc}/gu, ' ')}x`)
    const samples = fc.sample(fc.tuple(text, text), { numRuns: 30, seed: 42 })
    const headers = mailServer.received[0]?.mail.headers.length
    for (const [subject, body] of samples) {
      const shipmentId = await client.send({ subject, body })
      expect(await client.settled(shipmentId), JSON.stringify([subject, body])).toBe('Email_Delivered')
      const received = mailServer.received.find(({ mail }) => mail.messageId === `<${shipmentId}@altinn.no>`)
      expect(received?.to).toEqual(['ola.nordmann@example.com'])
      expect(received?.mail.subject).toBe(subject.replaceAll(/\r\n|\r|\n|\t/g, ' '))
      expect(lines(received?.mail.text)).toBe(lines(body))
      expect(received?.mail.bcc).toBeUndefined()
      expect(received?.mail.headers.length).toBe((headers ?? 0) + 1)
      for (const line of received?.raw.split('\r\n') ?? []) expect(line.length).toBeLessThanOrEqual(78)
    }
  })

  it('gets a large mail whole, and many at once, each of them once', async () => {
    const body = 'Linje med æøå og litt til.\n'.repeat(7_000)
    const large = await client.send({ emailAddress: 'large@example.com', body })
    const addresses = Array.from({ length: 40 }, (_, index) => `many${index}@example.com`)
    const many = await Promise.all(addresses.map((emailAddress) => client.send({ emailAddress })))
    for (const shipmentId of [large, ...many]) expect(await client.settled(shipmentId, 60_000)).toBe('Email_Delivered')
    expect(lines(mailTo('large@example.com')[0]?.mail.text)).toBe(lines(body))
    expect(addresses.filter((address) => mailTo(address).length !== 1)).toEqual([])
  })

  const REFUSALS = [
    ['recipient', 550, '5.1.1 no such user', 'Email_Failed_Bounced'],
    ['recipient', 553, '5.1.3 not an address', 'Email_Failed_InvalidFormat'],
    ['recipient', 552, '5.2.2 mailbox full', 'Email_Failed_Bounced'],
    ['message', 550, '5.7.1 spam', 'Email_Failed_FilteredSpam'],
    ['message', 554, 'no', 'Email_Failed'],
  ] as const

  it.each(REFUSALS)('refuses a %s with %i %s: %s, after one attempt', async (at, code, words, status) => {
    const emailAddress = mailServer.treat(
      `r${code}${at}-${words.slice(0, 5)}@example.com`.replaceAll(/[ .](?=.*@)/g, '-'),
      {
        at,
        code,
        words,
      },
    )
    expect(await client.settled(await client.send({ emailAddress }))).toBe(status)
    expect(mailServer.attempts.get(emailAddress)).toBe(1)
  })

  it.each([
    ['busy', 'recipient', 450, false],
    ['closing', 'message', 421, false],
    ['silent', 'message', 0, true],
  ] as const)('that is %s for a while gets the mail again, under the same name', async (name, at, code, silent) => {
    const emailAddress = mailServer.treat(`${name}@example.com`, { at, code, words: '4.2.1 later', silent, times: 1 })
    const shipmentId = await client.send({ emailAddress })
    expect(await client.settled(shipmentId)).toBe('Email_Delivered')
    expect(mailServer.attempts.get(emailAddress)).toBe(2)
    expect(mailTo(emailAddress).map(({ mail }) => mail.messageId)).toEqual([`<${shipmentId}@altinn.no>`])
  })
})

describe('a mail server behind TLS', () => {
  it('that is down at first gets the mail when it is up, logged in as it asks', async () => {
    const tls = new MailServer({
      key: certificates.key,
      cert: certificates.cert,
      secure: true,
      authMethods: ['LOGIN'],
      hideSMTPUTF8: true,
    })
    await tls.listen()
    const { port } = tls
    await tls.close()
    const down = await start({ SMTP_PORT: String(port), SMTP_SECURITY: 'tls' })
    try {
      const { send, settled, statusOf } = await mailClient(down)
      const shipmentId = await send()
      await until(() => (down.output().match(/"event":"attempt"/g) ?? []).length >= 2)
      expect(await statusOf(shipmentId)).toBe('Email_Sending')
      await tls.listen(port)
      expect(await settled(shipmentId, 60_000)).toBe('Email_Delivered')
      expect(tls.received).toMatchObject([{ secure: true, user: USERNAME, to: ['ola.nordmann@example.com'] }])
      expect(await settled(await send({ emailAddress: 'bjørn@example.com' }))).toBe('Email_Failed_InvalidFormat')
    } finally {
      await down.stop()
      await tls.close()
    }
  })
})

describe('a mail server that cannot be used', () => {
  it('because the password is wrong: the mail waits, and the log says so without names', async () => {
    const wrong = await start({ SMTP_PORT: String(mailServer.port), SMTP_PASSWORD: 'feil-passord' })
    try {
      const quietUntil = wrong.output().length
      const { send, statusOf } = await mailClient(wrong)
      const shipmentId = await send({ emailAddress: 'waits@example.com', subject: 'Hemmelig emne' })
      await until(() => wrong.output().includes('"event":"smtp-failed"'))
      expect(await statusOf(shipmentId)).toBe('Email_Sending')
      const printed = wrong.output().slice(quietUntil)
      expect(printed).toContain('"stage":"login","why":"refused","code":535,"enhanced":"5.7.8"')
      for (const secret of ['feil-passord', 'waits@example.com', 'Hemmelig emne', '428516', `${USERNAME}"`])
        expect(printed).not.toContain(secret)
      expect(mailServer.attempts.has('waits@example.com')).toBe(false)
    } finally {
      await wrong.stop()
    }
  })

  it('because nobody vouches for its certificate: it gets neither login nor mail', async () => {
    const distrustful = await start({ SMTP_PORT: String(mailServer.port) }, '')
    try {
      const { send, statusOf } = await mailClient(distrustful)
      const shipmentId = await send({ emailAddress: 'distrust@example.com' })
      await until(() => distrustful.output().includes('"event":"smtp-failed"'))
      expect(await statusOf(shipmentId)).toBe('Email_Sending')
      expect(mailServer.attempts.has('distrust@example.com')).toBe(false)
    } finally {
      await distrustful.stop()
    }
  })

  it('because a setting is missing: the service does not start, and names it', async () => {
    await expect(start({ SMTP_PORT: 'smtp' })).rejects.toThrow(
      'The setting SMTP_PORT is missing or malformed: it must be a port from 1 to 65535',
    )
  })
})
