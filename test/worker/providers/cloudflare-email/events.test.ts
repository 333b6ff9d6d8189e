import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import worker from '../../../../worker/development/index.ts'
import type { Bounce } from '../../../../worker/domain/bounce.ts'
import { toReference, toUuid } from '../../../../worker/domain/order-id.ts'
import {
  cloudflareEmail,
  cloudflareProvider,
} from '../../../../worker/providers/cloudflare-email/cloudflare-provider.ts'
import { readEvent } from '../../../../worker/providers/cloudflare-email/events.ts'
import { acceptedMessage, MAIL_CONTENT } from '../../ledger/accepted-message.ts'

const NOW_MS = Date.UTC(2026, 10, 22, 11, 0, 0)

/** An event as Email Sending writes it, with all that it says beside what matters. */
const event = (kind: string, payload: object = {}, messageId = 'm1') => ({
  type: `cf.email.sending.message.${kind}`,
  source: { type: 'email.sending', zoneId: '023e105f4ecef8ad9ca31a8372d0c353', domain: 'example.com' },
  payload: {
    eventId: crypto.randomUUID(),
    messageId,
    sender: 'noreply@example.com',
    recipient: 'ola@example.net',
    subject: 'Kode',
    terminal: true,
    ...payload,
  },
  metadata: { eventSchemaVersion: 1, eventTimestamp: new Date(NOW_MS - 1_000).toISOString() },
})

const smtp = (smtpEnhancedStatusCode: string) => ({ delivery: { status: 'bounced', smtpEnhancedStatusCode } })

describe('an event of Email Sending', () => {
  it.each([
    ['delivered', {}, { receipt: { kind: 'delivered', atMs: NOW_MS - 1_000 } }],
    ['deferred', { terminal: false, bounce: { type: 'soft' } }, { receipt: { kind: 'accepted' } }],
    [
      'bounced',
      { ...smtp('5.1.1'), bounce: { type: 'hard', classification: 'permanent_failure' } },
      { receipt: { kind: 'failed', status: 'Email_Failed_Bounced' }, bounce: 'hard' },
    ],
    [
      'bounced',
      { bounce: { type: 'hard' } },
      { receipt: { kind: 'failed', status: 'Email_Failed_Bounced' }, bounce: 'hard' },
    ],
    [
      'bounced',
      { ...smtp('5.7.1'), bounce: { type: 'hard' } },
      { receipt: { kind: 'failed', status: 'Email_Failed_FilteredSpam' }, bounce: 'soft' },
    ],
    [
      'bounced',
      { ...smtp('4.2.2'), bounce: { type: 'soft' } },
      { receipt: { kind: 'failed', status: 'Email_Failed' }, bounce: 'soft' },
    ],
    ['failed', { failure: { reason: 'delivery_failed' } }, { receipt: { kind: 'failed', status: 'Email_Failed' } }],
    [
      'rejected',
      { rejection: { reason: 'suppressed', party: 'recipient' } },
      { receipt: { kind: 'failed', status: 'Email_Failed_SuppressedRecipient' }, bounce: 'hard' },
    ],
    [
      'rejected',
      { rejection: { reason: 'spam' } },
      { receipt: { kind: 'failed', status: 'Email_Failed_FilteredSpam' } },
    ],
    ['rejected', {}, { receipt: { kind: 'failed', status: 'Email_Failed' } }],
    [
      'complained',
      { complaint: { type: 'abuse' } },
      { receipt: { kind: 'delivered', atMs: NOW_MS - 1_000 }, bounce: 'complaint' },
    ],
  ])('of kind %s with %j means %j', (kind, payload, expected) => {
    const read = readEvent(event(kind, payload), NOW_MS)
    const code = 'delivery' in payload ? payload.delivery.smtpEnhancedStatusCode : kind
    expect(read).toEqual({ reference: 'm1', ...expected, receipt: { ...expected.receipt, code } })
  })

  it('is none where it says nothing of a mail', () => {
    for (const body of [undefined, null, 'x', {}, { type: 'cf.kv.namespace.created', payload: {} }, event('opened')])
      expect(readEvent(body, NOW_MS)).toBeUndefined()
    expect(readEvent(event('constructor'), NOW_MS)).toBeUndefined()
    expect(readEvent(event('delivered', {}, 'x'.repeat(201)), NOW_MS)).toBeUndefined()
  })
})

/** A mail that the binding takes, and its ledger. */
async function mail(messageId: string) {
  const { address, ledger } = await acceptedMessage({ destination: 'ola@example.net', content: MAIL_CONTENT })
  const provider = cloudflareProvider(Object.assign({}, env, { EMAIL: { send: async () => ({ messageId }) } }), {}, [])
  const send = async () => {
    const outcome = await provider.send(
      {
        shipmentId: toUuid(address),
        reference: toReference(address),
        organization: 'ttd',
        to: 'ola@example.net',
        content: MAIL_CONTENT,
        text: undefined,
        expiresAtMs: Date.now() + 60_000,
        simulated: false,
        traceparent: '',
      },
      { extend: async () => Date.now() },
    )
    const told = { honoursReferences: false, hasAlternatives: false }
    await ledger.report([{ address, told: { attempt: 1, provider: 'cloudflare', outcome, ...told } }])
    return outcome
  }
  return { send, status: async () => (await ledger.find(address))?.status, delivery: toReference(address) }
}

async function arrive(...bodies: readonly unknown[]) {
  const messages = bodies.map((body, index) => ({ id: `m${index}`, timestamp: new Date(), attempts: 1, body }))
  const batch = createMessageBatch('straks-email-events', messages)
  await worker.queue(batch, env)
  return (await getQueueResult(batch, createExecutionContext())).explicitAcks.length
}

describe('a mail that the binding has taken', () => {
  it('is on its way until an event says what became of it, which counts once', async () => {
    const messageId = crypto.randomUUID()
    const { send, status } = await mail(messageId)
    expect(await send()).toEqual({ kind: 'taken' })
    expect(await status()).toBe('Email_Succeeded')
    expect(await arrive(event('deferred', { terminal: false }, messageId))).toBe(1)
    expect(await status()).toBe('Email_Succeeded')
    await arrive(event('bounced', { ...smtp('5.1.1'), bounce: { type: 'hard' } }, messageId))
    expect(await status()).toBe('Email_Failed_Bounced')
    await arrive(event('delivered', {}, messageId), event('deferred', { terminal: false }, messageId))
    expect(await status()).toBe('Email_Failed_Bounced')
  })

  it('is delivered even where the events are faster than the answer, in any order', async () => {
    const messageId = crypto.randomUUID()
    const { send, status } = await mail(messageId)
    await arrive(event('deferred', { terminal: false }, messageId), event('delivered', {}, messageId))
    await send()
    expect(await status()).toBe('Email_Delivered')
  })

  it('that nothing is known of, and what is no event, are done with', async () => {
    expect(await arrive(event('delivered', {}, 'unknown'), 'nonsense')).toBe(2)
  })

  it('tells whoever listens that it came back or was complained of, also after its end', async () => {
    const messageId = crypto.randomUUID()
    const { send, status, delivery } = await mail(messageId)
    await send()
    const heard: Bounce[] = []
    const services = { env, bounceListeners: [async (_env: Env, bounce: Bounce) => void heard.push(bounce)] }
    await cloudflareEmail.events?.consume(event('delivered', {}, messageId), services)
    await cloudflareEmail.events?.consume(event('complained', {}, messageId), services)
    expect(await status()).toBe('Email_Delivered')
    expect(heard).toEqual([{ organization: 'ttd', delivery, provider: 'cloudflare', kind: 'complaint', isLate: true }])
  })
})
