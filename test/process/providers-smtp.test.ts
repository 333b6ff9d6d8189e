import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../support/api/client.ts'
import { until } from '../support/api/eventually.ts'
import { Service } from '../support/api/service.ts'
import { type DevServer, spawnDevServer } from '../support/dev-server.ts'
import { type Certificates, makeCertificates } from './providers/certificates.ts'
import { codesOf } from './providers/codes.ts'
import { HastyMailServer } from './providers/hasty-mail-server.ts'
import { mail } from './providers/mail.ts'
import { MailServer, PASSWORD, USERNAME } from './providers/mail-server.ts'

const HTML = '<p>Koden er <b>428516</b> – æøå 😀</p>'

let certificates: Certificates
let mailServer: MailServer
let service: DevServer
let client: Client

/** The service in front of a mail server. */
const start = (vars: Readonly<Record<string, string>>, authorityFile = certificates.authorityFile) =>
  spawnDevServer({
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
  client = await Service.at(service).client()
})
afterAll(async () => {
  await service?.stop()
  await mailServer?.close()
  await rm(dirname(certificates.authorityFile), { recursive: true, force: true })
})

/** As mail knows line ends; how many stand at the very end is the reader's own business. */
const lines = (text = ''): string => text.replaceAll(/\r\n|\r|\n/g, '\n').replace(/\n+$/, '')

/** An address that no other test uses, and no other try: what one was sent, or how it was treated, is counted. */
const own = (name: string): string => `${name}-${crypto.randomUUID().slice(0, 8)}@example.com`

const mailTo = (address: string) => mailServer.received.filter(({ to }) => to.includes(address))

describe('a mail server behind STARTTLS', () => {
  it('gets an HTML mail with its text, over TLS, from somebody who has logged in', async () => {
    const shipmentId = await client.sendEmail(
      mail({ body: HTML, contentType: 'Html', subject: 'Engangskode for æøå 😀' }),
    )
    expect(await client.settles(shipmentId)).toBe('Email_Delivered')
    const received = mailServer.received.find((one) => one.mail.messageId === `<${shipmentId}@altinn.no>`)
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
    const bjørn = own('bjørn')
    const shipmentIds = [
      await client.sendEmail(mail({ emailAddress: bjørn })),
      await client.sendEmail(mail({ emailAddress: 'post@blåbær.example' })),
    ]
    for (const shipmentId of shipmentIds) expect(await client.settles(shipmentId)).toBe('Email_Delivered')
    expect(mailTo(bjørn).map(({ mail }) => mail.to?.[0]?.address)).toEqual([bjørn])
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
    const shipmentIds = await Promise.all(samples.map(([subject, body]) => client.sendEmail(mail({ subject, body }))))
    for (const [index, [subject, body]] of samples.entries()) {
      const shipmentId = shipmentIds[index] ?? ''
      expect(await client.settles(shipmentId), JSON.stringify([subject, body])).toBe('Email_Delivered')
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
    const largest = own('large')
    const large = await client.sendEmail(mail({ emailAddress: largest, body }))
    const addresses = Array.from({ length: 40 }, (_, index) => own(`many${index}`))
    const many = await Promise.all(addresses.map((emailAddress) => client.sendEmail(mail({ emailAddress }))))
    for (const shipmentId of [large, ...many]) expect(await client.settles(shipmentId, 60_000)).toBe('Email_Delivered')
    expect(lines(mailTo(largest)[0]?.mail.text)).toBe(lines(body))
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
    const emailAddress = mailServer.treat(own(`r${code}${at}`), { at, code, words })
    const shipmentId = await client.sendEmail(mail({ emailAddress }))
    expect(await client.settles(shipmentId)).toBe(status)
    expect(mailServer.attempts.get(emailAddress)).toBe(1)
    const found = await client.ask('POST', '/straks/v1/suppressions/find', { emailAddress })
    expect(found.json.items).toHaveLength(words.startsWith('5.1.1') ? 1 : 0)
    const [enhanced] = /^[\d.]+(?= )/.exec(words) ?? []
    expect(await codesOf(service, shipmentId)).toEqual([enhanced === undefined ? String(code) : `${code} ${enhanced}`])
  })

  it.each([
    ['busy', 'recipient', 450],
    ['closing', 'message', 421],
  ] as const)('that is %s for a while gets the mail again, under the same name', async (name, at, code) => {
    const emailAddress = mailServer.treat(own(name), { at, code, words: '4.2.1 later', times: 1 })
    const shipmentId = await client.sendEmail(mail({ emailAddress }))
    expect(await client.settles(shipmentId)).toBe('Email_Delivered')
    expect(mailServer.attempts.get(emailAddress)).toBe(2)
    expect(mailTo(emailAddress).map(({ mail }) => mail.messageId)).toEqual([`<${shipmentId}@altinn.no>`])
  })
})

describe.concurrent('a mail server that has the whole mail', () => {
  it('may take its time to say so: the mail is not sent again meanwhile', async () => {
    const emailAddress = mailServer.treat(own('slow'), { at: 'message', code: 0, words: '', takesMs: 14_000 })
    const shipmentId = await client.sendEmail(mail({ emailAddress }))
    expect(await client.settles(shipmentId, 40_000)).toBe('Email_Delivered')
    expect(mailServer.attempts.get(emailAddress)).toBe(1)
  })

  it('and never says so gets it once more, under the same name', async () => {
    const silence = { at: 'message', code: 0, words: '', silent: true, times: 1 } as const
    const emailAddress = mailServer.treat(own('silent'), silence)
    const shipmentId = await client.sendEmail(mail({ emailAddress }))
    expect(await client.settles(shipmentId, 60_000)).toBe('Email_Delivered')
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
      const { sendEmail, settles, statusOf } = await Service.at(down).client()
      const shipmentId = await sendEmail(mail())
      await until(() => (down.output().match(/"event":"attempt"/g) ?? []).length >= 2)
      expect(await statusOf(shipmentId)).toBe('Email_Sending')
      await tls.listen(port)
      expect(await settles(shipmentId, 60_000)).toBe('Email_Delivered')
      expect(tls.received).toMatchObject([{ secure: true, user: USERNAME, to: ['ola.nordmann@example.com'] }])
      expect(await settles(await sendEmail(mail({ emailAddress: 'bjørn@example.com' })))).toBe(
        'Email_Failed_InvalidFormat',
      )
    } finally {
      await down.stop()
      await tls.close()
    }
  })
})

describe('a mail server that answers before it is asked', () => {
  it('is not believed, and gets no message that it has answered for already', async () => {
    const hasty = new HastyMailServer()
    await hasty.listen()
    const { port } = hasty
    const clear = { SMTP_SECURITY: 'none-on-loopback', SMTP_USERNAME: '', SMTP_PASSWORD: '' }
    const running = await start({ SMTP_PORT: String(port), ...clear })
    try {
      hasty.words = { DATA: '354 go\r\n250 taken' }
      const { sendEmail, settles, statusOf } = await Service.at(running).client()
      const shipmentId = await sendEmail(mail())
      await until(() => running.output().includes('"stage":"data","why":"unasked"'))
      expect(await statusOf(shipmentId)).toBe('Email_Sending')
      expect(hasty.heard).not.toContain('.')
      hasty.words = {}
      expect(await settles(shipmentId, 60_000)).toBe('Email_Delivered')
    } finally {
      await running.stop()
      await hasty.close()
    }
  })

  it('in clear text about what is behind TLS, gets neither login nor mail', async () => {
    const hasty = new HastyMailServer()
    await hasty.listen()
    hasty.words = { EHLO: '250-hi\r\n250 STARTTLS', STARTTLS: '220 go\r\n250-injected\r\n250 AUTH PLAIN' }
    const running = await start({ SMTP_PORT: String(hasty.port) })
    try {
      const { sendEmail, statusOf } = await Service.at(running).client()
      const shipmentId = await sendEmail(mail())
      await until(() => running.output().includes('"stage":"starttls","why":"malformed"'))
      expect(await statusOf(shipmentId)).toBe('Email_Sending')
      expect(hasty.heard.slice(0, 2)).toEqual(['EHLO [127.0.0.1]', 'STARTTLS'])
      expect(hasty.heard.join()).not.toContain('AUTH')
    } finally {
      await running.stop()
      await hasty.close()
    }
  })
})

describe('a mail server that cannot be used', () => {
  it('because the password is wrong: the mail waits, and the log says so without names', async () => {
    const wrong = await start({ SMTP_PORT: String(mailServer.port), SMTP_PASSWORD: 'feil-passord' })
    try {
      const quietUntil = wrong.output().length
      const { sendEmail, statusOf } = await Service.at(wrong).client()
      const shipmentId = await sendEmail(mail({ emailAddress: 'waits@example.com', subject: 'Hemmelig emne' }))
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
      const { sendEmail, statusOf } = await Service.at(distrustful).client()
      const shipmentId = await sendEmail(mail({ emailAddress: 'distrust@example.com' }))
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
