import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import type { Bounce } from '../../../../worker/domain/bounce.ts'
import { toReference } from '../../../../worker/domain/order-id.ts'
import { abridge } from '../../../../worker/providers/mail/abridge.ts'
import { readMailReport } from '../../../../worker/providers/mail/mail-report.ts'
import { bounceAddressOf, readBounceAddress } from '../../../../worker/providers/smtp/bounce-address.ts'
import { receiveBounce } from '../../../../worker/providers/smtp/bounces.ts'
import { acceptedMessage, MAIL_CONTENT } from '../../ledger/accepted-message.ts'

const BOUNCES = { address: 'bounces@straks.example', key: 'en hemmelig nøkkel' }
const MAIL = { organization: 'digdir', delivery: '0b5c53f5-6c1a-8d2e-9b1f-012345678901' }
const NOW_MS = Date.UTC(2026, 10, 22)

/** A report as a mail system writes it. */
const report = (type: string, fields: string) =>
  [
    'From: MAILER-DAEMON@mx.example',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="B"',
    '',
    '--B',
    'Content-Type: text/plain',
    '',
    'I am sorry.',
    '--B',
    `Content-Type: message/${type}`,
    '',
    fields,
    '',
    '--B',
    'Content-Type: message/rfc822',
    '',
    'Subject: Koden er 428516',
    '',
    'body',
    '--B--',
    '',
  ]
    .join('\r\n')
    .replaceAll(/(?<!\r)\n/g, '\r\n')

const dsn = (action: string, status: string) =>
  report(
    'delivery-status',
    `Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; ola@example.com\nAction: ${action}\nStatus: ${status} (no)\nDiagnostic-Code: smtp; 550 no\n such user`,
  )

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text))
const read = (text: string) => readMailReport(bytesOf(text), NOW_MS)

describe('a bounce address', () => {
  it('names its mail, and fits into an address', async () => {
    for (const mail of [MAIL, { ...MAIL, delivery: `${MAIL.delivery}.12` }, { ...MAIL, organization: '991825827' }]) {
      const address = (await bounceAddressOf(BOUNCES, mail)) ?? ''
      expect(address).toMatch(/^bounces\+[a-z0-9.+-]{1,56}@straks\.example$/)
      expect(await readBounceAddress(BOUNCES, address)).toEqual(mail)
      expect(await readBounceAddress(BOUNCES, address.toUpperCase())).toEqual(mail)
    }
  })

  it('is none where the name of the organisation is too long', async () => {
    expect(await bounceAddressOf(BOUNCES, { ...MAIL, organization: 'x'.repeat(40) })).toBeUndefined()
  })

  it('is believed only as it was made', async () => {
    const address = (await bounceAddressOf(BOUNCES, MAIL)) ?? ''
    const other = (await bounceAddressOf({ ...BOUNCES, key: 'en annen nøkkel!' }, MAIL)) ?? ''
    for (const forged of [
      ...[
        other,
        address.replace('digdir', 'digdin'),
        address.replace('@straks', '@other'),
        address.replace('bounces', 'b'),
      ],
      ...['', 'bounces@straks.example', 'bounces+@straks.example', 'bounces+x-y-z@straks.example', '@', 'x'],
    ])
      expect(await readBounceAddress(BOUNCES, forged), forged).toBeUndefined()
  })
})

describe('a mail to the bounce address', () => {
  it.each([
    ['failed', '5.1.1', { receipt: { kind: 'failed', status: 'Email_Failed_Bounced' }, bounce: 'hard' }],
    ['Failed', '5.2.2', { receipt: { kind: 'failed', status: 'Email_Failed_Bounced' }, bounce: 'soft' }],
    ['failed', '4.4.7', { receipt: { kind: 'failed', status: 'Email_Failed' }, bounce: 'soft' }],
    ['delayed', '4.4.1', { receipt: { kind: 'accepted' } }],
    ['relayed', '2.0.0', { receipt: { kind: 'accepted' } }],
    ['delivered', '2.0.0', { receipt: { kind: 'delivered', atMs: NOW_MS } }],
  ])('that says %s with %s means %j', async (action, status, expected) => {
    const { receipt, ...rest } = expected
    expect(await read(dsn(action, status))).toEqual({ receipt: { ...receipt, code: status }, ...rest })
  })

  it('may have a comment behind what was done', async () => {
    expect(await read(dsn('failed (after 5 days)', '5.1.1'))).toMatchObject({ bounce: 'hard' })
  })

  it.each([
    ['Status: 5.0.0', 'smtp; 550 5.1.1 <ola@example.com>: unknown', '5.1.1'],
    ['Status: 5.0.0', 'smtp;550-5.1.1 The account does not exist', '5.1.1'],
    ['X-None: 1', 'smtp; 550 5.1.10 RESOLVER.ADR.RecipientNotFound', '5.1.10'],
    ['Status: 5.0.0 (permanent failure)', 'smtp; 550 #5.1.0 Address rejected.', '5.1.0'],
    ['Status: 5.0.0', 'smtp; 5.1.0 - Unknown address error 550-"5.1.1 unknown"', '5.1.0'],
    ['Status: 550 5.1.1', 'X.400; unable-to-transfer', '5.1.1'],
  ])('has its code in what the server said where its own says nothing: %s, %s', async (status, said, code) => {
    const fields = `Final-Recipient: rfc822; ola@example.com\nAction: failed\n${status}\nDiagnostic-Code: ${said}`
    expect(await read(report('delivery-status', fields))).toMatchObject({ receipt: { code }, bounce: 'hard' })
  })

  it.each([
    ['Status: 5.0.0', 'smtp; 5.1.1.9 does not like recipient', '5.0.0'],
    ['Status: 5.0.0', 'smtp; 550 5.1.1.9 does not like recipient', '5.0.0'],
    ['Status: 5.0.0', 'smtp; 5.1.1234 no', '5.0.0'],
    ['Status: 5.1.1.9', 'smtp; 550 5.2.2 full', '5.2.2'],
  ])('has no code in what only begins as one: %s, %s', async (status, said, code) => {
    const fields = `Action: failed\n${status}\nDiagnostic-Code: ${said}`
    expect(await read(report('delivery-status', fields))).toMatchObject({ receipt: { code }, bounce: 'soft' })
  })

  it('has its code before a full stop too', async () => {
    const fields = 'Action: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 550 5.1.1. No such user'
    expect(await read(report('delivery-status', fields))).toMatchObject({ receipt: { code: '5.1.1' }, bounce: 'hard' })
  })

  it('keeps its own code where that says something', async () => {
    const fields = 'Action: failed\nStatus: 5.2.2\nDiagnostic-Code: smtp; 550 5.1.1 no'
    expect(await read(report('delivery-status', fields))).toMatchObject({ receipt: { code: '5.2.2' }, bounce: 'soft' })
  })

  it('may be a complaint', async () => {
    const abuse = report('feedback-report', 'Feedback-Type: abuse\nUser-Agent: x\nVersion: 1')
    expect(await read(abuse)).toEqual({
      receipt: { kind: 'delivered', atMs: NOW_MS, code: 'abuse' },
      bounce: 'complaint',
    })
    expect(await read(abuse.replace('abuse', 'not-spam'))).toBeUndefined()
  })

  it.each([
    ['Delayed', 'failed', { receipt: { kind: 'failed', code: '5.1.1' }, bounce: 'hard' }],
    ['expanded', 'failed', { receipt: { kind: 'failed', code: '5.1.1' }, bounce: 'hard' }],
    ['failed', 'delivered', { receipt: { kind: 'delivered', code: '2.0.0' } }],
    ['relayed', 'delivered', { receipt: { kind: 'delivered', code: '2.0.0' } }],
    ['delayed', 'relayed', { receipt: { kind: 'accepted', code: '4.4.1' } }],
  ])('to an address that led to several, of which one %s and one %s, means %j', async (one, other, expected) => {
    const codes = new Map([
      ['failed', '5.1.1'],
      ['delivered', '2.0.0'],
    ])
    const group = (action: string) => `Action: ${action}\nStatus: ${codes.get(action) ?? '4.4.1'}`
    const groups = ['Reporting-MTA: dns; mx.example', group(one), group(other)]
    expect(await read(report('delivery-status', groups.join('\n\n')))).toMatchObject(expected)
  })

  it('says nothing where it cannot be read: parts in parts without end, or a head without one', async () => {
    const nested = (depth: number): string =>
      depth === 0
        ? 'Content-Type: message/delivery-status\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n'
        : `Content-Type: multipart/mixed; boundary="N${depth}"\r\n\r\n--N${depth}\r\n${nested(depth - 1)}\r\n--N${depth}--\r\n`
    expect(await read(nested(3))).toMatchObject({ bounce: 'hard' })
    expect(await read(nested(40))).toBeUndefined()
    expect(await read(`X-Scanned: ${'y'.repeat(1_000)}\r\n`.repeat(100) + dsn('failed', '5.1.1'))).toBeUndefined()
  })

  it.each([
    ['many lines', 'I am sorry.\r\n'.repeat(70_000)],
    ['empty lines', '\r\n'.repeat(400_000)],
    ['one line', 'sorry '.repeat(150_000)],
  ])('is found behind a text for people of almost a megabyte: %s', async (_, text) => {
    const mail = dsn('failed', '5.1.1').replace('I am sorry.', text)
    expect(await read(mail)).toMatchObject({ receipt: { code: '5.1.1' }, bounce: 'hard' })
    expect(await read(`X-Scanned: ${text.slice(0, 100_000).replaceAll('\r\n', '')}\r\n${mail}`)).toMatchObject({
      bounce: 'hard',
    })
  })

  it.each(['\r\n', '--\r\n', '--B\r\n\r\n', 'z \r\n', '--B\r\nContent-Type: text/plain; format=flowed\r\n\r\nz \r\n'])(
    'is parsed to two thousand lines at most, however many it has: %j',
    (lines) => {
      const abridged = new TextDecoder().decode(
        abridge(bytesOf(dsn('failed', '5.1.1').replace('I am sorry.', lines.repeat(50_000)))),
      )
      expect(abridged.split('\n').length).toBeLessThanOrEqual(2_001)
      expect(abridged.length).toBeLessThanOrEqual(131_072)
    },
  )

  it('says nothing where it is no report, or only part of one', async () => {
    for (const text of [
      '',
      'Subject: Ferie\r\n\r\nJeg er på ferie.',
      'x'.repeat(10_000),
      dsn('failed', '5.1.1').slice(0, 200),
    ])
      expect(await read(text)).toBeUndefined()
    expect(await read(dsn('failed', '5.1.1').slice(0, 560))).toMatchObject({ bounce: 'hard' })
  })
})

describe('a mail that comes back', () => {
  it('ends the delivery that it names, and is told to whoever listens; a second one changes nothing', async () => {
    const { address, ledger } = await acceptedMessage({ destination: 'ola@example.com', content: MAIL_CONTENT })
    const outcome = { kind: 'taken', deliveredAfterMs: 600_000 } as const
    const told = { attempt: 1, provider: 'smtp', outcome, honoursReferences: false, hasAlternatives: false }
    await ledger.report([{ address, told }])
    const delivery = toReference(address)
    const to = (await bounceAddressOf(BOUNCES, { organization: 'ttd', delivery })) ?? ''
    const heard: Bounce[] = []
    const services = {
      env: Object.assign({}, env, {
        ...{
          SMTP_HOST: 'localhost',
          SMTP_PORT: '587',
          SMTP_SECURITY: 'starttls',
          SMTP_USERNAME: '',
          SMTP_PASSWORD: '',
        },
        SMTP_BOUNCE_ADDRESS: BOUNCES.address,
        SMTP_BOUNCE_KEY: BOUNCES.key,
      }),
      bounceListeners: [async (_env: Env, bounce: Bounce) => void heard.push(bounce)],
    }
    const arrive = (recipient: string, text: string) =>
      receiveBounce({ to: recipient, raw: new Blob([text]).stream() }, services)
    expect(await arrive(to.replace('ttd', 'skd'), dsn('failed', '5.1.1'))).toBe('not-ours')
    expect(await arrive(to, 'Subject: Ferie\r\n\r\nJeg er på ferie.')).toBe('no-report')
    expect((await ledger.find(address))?.status).toBe('Email_Succeeded')
    expect(await arrive(to, dsn('failed', '5.1.1') + 'x'.repeat(300_000))).toBe('taken-in')
    expect(await arrive(to, dsn('failed', '5.1.1'))).toBe('taken-in')
    expect((await ledger.find(address))?.status).toBe('Email_Failed_Bounced')
    const bounce = { organization: 'ttd', delivery, provider: 'smtp', kind: 'hard' }
    expect(heard).toEqual([
      { ...bounce, isLate: false },
      { ...bounce, isLate: true },
    ])
  })
})
