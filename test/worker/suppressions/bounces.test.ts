import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { suppressAddress } from '../../../worker/delivery/after-bounce.ts'
import { toReference } from '../../../worker/domain/order-id.ts'
import type { Outcome } from '../../../worker/domain/outcome.ts'
import { suppressionsOf } from '../../../worker/platform/objects.ts'
import { readEvents } from '../../../worker/providers/acs/events.ts'
import { outcomeOfCode } from '../../../worker/providers/cloudflare-email/error-codes.ts'
import { readEvent } from '../../../worker/providers/cloudflare-email/events.ts'
import { readMailReport } from '../../../worker/providers/mail/mail-report.ts'
import type { ProviderReport } from '../../../worker/providers/receipts/receipt-references.ts'
import { takeInReceipt } from '../../../worker/providers/receipts/references.ts'
import { outcomeOf } from '../../../worker/providers/smtp/reply-codes.ts'
import { acceptedMessage, MAIL_CONTENT } from '../ledger/accepted-message.ts'

const NOW_MS = Date.now()

/** More than a suppression takes to be written after its message has ended. */
const SETTLES_MS = 200

const SERVICES = { env, bounceListeners: [suppressAddress] }

/** A mail of an organisation of its own that a worker has asked a provider to send. */
async function mail() {
  const organization = `bounces-${crypto.randomUUID().slice(0, 8)}`
  const destination = 'ola@example.net'
  const { address, ledger } = await acceptedMessage({ organization, destination, content: MAIL_CONTENT })
  const call = { provider: 'smtp', askedAtMs: NOW_MS, answeredAtMs: NOW_MS }
  const told = { attempt: 1, provider: 'smtp', honoursReferences: false, hasAlternatives: false }
  return {
    answered: ({ kind, ...said }: Outcome) => {
      const calls = [{ ...call, outcome: kind, ...('bounce' in said && { bounce: said.bounce }) }]
      const outcome = { kind, ...said } as Outcome
      return ledger.report([{ address, told: { ...told, outcome, calls } }])
    },
    told: (report: ProviderReport) =>
      takeInReceipt(SERVICES, 'smtp', { organization, delivery: toReference(address) }, report),
    status: async () => (await ledger.find(address))?.deliveries[0]?.status,
    timeline: async () => (await ledger.inspect(address))?.timeline ?? [],
    isSuppressed: async () => (await suppressionsOf(env, organization).find(destination)) !== undefined,
  }
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text))

/** What a mail system writes of a mail that came back. RFC 3464. */
const dsn = (status: string): Promise<ProviderReport | undefined> =>
  readMailReport(
    bytesOf(
      [
        'MIME-Version: 1.0',
        'Content-Type: multipart/report; report-type=delivery-status; boundary="B"',
        ...['', '--B', 'Content-Type: message/delivery-status', ''],
        ...['Reporting-MTA: dns; mx.example', '', 'Action: failed', `Status: ${status}`, '', '--B--', ''],
      ].join('\r\n'),
    ),
    NOW_MS,
  )

const eventGrid = (statusMessage: string): ProviderReport | undefined => {
  const data = { messageId: crypto.randomUUID(), status: 'Bounced', deliveryStatusDetails: { statusMessage } }
  const read = readEvents([{ eventType: 'Microsoft.Communication.EmailDeliveryReportReceived', data }], NOW_MS)
  return read.ok && read.value.kind === 'reports' ? read.value.reports[0] : undefined
}

const emailSending = (type: string, smtpEnhancedStatusCode: string): ProviderReport | undefined =>
  readEvent(
    {
      type: 'cf.email.sending.message.bounced',
      payload: { messageId: 'm', terminal: true, bounce: { type }, delivery: { smtpEnhancedStatusCode } },
    },
    NOW_MS,
  )

describe('a mail that comes back', () => {
  it.each([
    ['to a bounce address, the mailbox full', () => dsn('5.2.2'), false],
    ['to a bounce address, the mailbox full for long', () => dsn('4.2.2'), false],
    ['to a bounce address, the address gone', () => dsn('5.1.1'), true],
    ['to Azure, the mailbox full', async () => eventGrid('DestinationMailboxFull'), false],
    ['to Azure, the address gone', async () => eventGrid('550 5.1.1 unknown'), true],
    ['to Cloudflare, the mailbox full', async () => emailSending('soft', '4.2.2'), false],
    ['to Cloudflare, the mailbox full for good', async () => emailSending('hard', '5.2.2'), false],
    ['to Cloudflare, the address gone', async () => emailSending('hard', '5.1.1'), true],
  ] as const)('%s, is suppressed: %s', async (_name, read, isSuppressed) => {
    const { answered, told, status, isSuppressed: found } = await mail()
    const report = await read()
    await answered({ kind: 'taken' })
    if (report) await told(report)
    expect(await status()).toMatch(/^Email_Failed/)
    if (!isSuppressed) await scheduler.wait(SETTLES_MS)
    await expect.poll(found).toBe(isSuppressed)
  })

  it.each([
    ['552 5.2.2', outcomeOf('recipient', { code: 552, enhanced: '5.2.2' }), false],
    ['552', outcomeOf('recipient', { code: 552, enhanced: undefined }), false],
    ['550 5.1.1', outcomeOf('recipient', { code: 550, enhanced: '5.1.1' }), true],
    ['E_DELIVERY_FAILED', outcomeOfCode('E_DELIVERY_FAILED'), false],
  ])('while it is handed over, with %s, is suppressed: %s', async (_code, outcome, isSuppressed) => {
    const { answered, status, isSuppressed: found } = await mail()
    await answered(outcome)
    expect(await status()).toBe('Email_Failed_Bounced')
    if (!isSuppressed) await scheduler.wait(SETTLES_MS)
    await expect.poll(found).toBe(isSuppressed)
  })

  it('after its end stays in what operators see of it', async () => {
    const { answered, told, status, timeline } = await mail()
    await answered({ kind: 'taken' })
    await told({ receipt: { kind: 'delivered', atMs: NOW_MS } })
    const report = await dsn('5.1.1')
    if (report) await told(report)
    expect(await status()).toBe('Email_Delivered')
    expect((await timeline()).at(-1)).toMatchObject({ event: 'receipt', code: '5.1.1', bounce: 'hard' })
  })

  it('before the attempt is reported is judged by what was said of it', async () => {
    const { answered, told, status, isSuppressed } = await mail()
    const report = await dsn('5.2.2')
    if (report) await told(report)
    await answered({ kind: 'taken' })
    await expect.poll(status).toBe('Email_Failed_Bounced')
    await scheduler.wait(SETTLES_MS)
    expect(await isSuppressed()).toBe(false)
  })
})
