import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { ConfigurationError } from '../../../../worker/platform/config.ts'
import { cloudflareProvider } from '../../../../worker/providers/cloudflare-email/cloudflare-provider.ts'
import { outcomeOfCode } from '../../../../worker/providers/cloudflare-email/error-codes.ts'
import type { Outgoing } from '../../../../worker/providers/provider.ts'
import { receiveAllByReference } from '../../../../worker/providers/receipts/references.ts'

describe('an error of the binding', () => {
  it.each([
    ['E_RECIPIENT_SUPPRESSED', 'Email_Failed_SuppressedRecipient'],
    ['E_DELIVERY_FAILED', 'Email_Failed_Bounced'],
    ['E_RECIPIENT_NOT_ALLOWED', 'Email_Failed'],
    ['E_SENDER_NOT_VERIFIED', 'Email_Failed'],
    ['E_CONTENT_TOO_LARGE', 'Email_Failed'],
    ['E_RATE_LIMIT_EXCEEDED', 'unavailable'],
    ['E_DAILY_LIMIT_EXCEEDED', 'unavailable'],
    ['E_INTERNAL_SERVER_ERROR', 'uncertain'],
    ['constructor', 'uncertain'],
    [undefined, 'uncertain'],
  ])('with the code %s means %s', (code, expected) => {
    const outcome = outcomeOfCode(code)
    expect(outcome.kind === 'refused' ? outcome.status : outcome.kind).toBe(expected)
  })
})

describe('the binding', () => {
  const message = (): Outgoing => {
    const shipmentId = crypto.randomUUID().replace(/^(.{14})./, '$18')
    return {
      shipmentId,
      reference: shipmentId,
      simulated: false,
      organization: 'ttd',
      to: 'ola@example.com',
      content: { channel: 'email', from: 'a@example.no', subject: 's', body: 'b', contentType: 'Plain' },
      text: undefined,
      expiresAtMs: Date.now() + 60_000,
      traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00',
    }
  }
  const sent = (send: () => unknown) =>
    cloudflareProvider(Object.assign({}, env, { EMAIL: { send } }), {}, []).send(message(), {} as never)

  it.each([
    undefined,
    null,
    '',
    7,
    [],
    {},
    { messageId: undefined },
    { messageId: '' },
    { messageId: 7 },
    { messageId: 'x'.repeat(201) },
    { messageId: '__proto__' },
    { messageId: crypto.randomUUID() },
  ])('has the mail where it answers %j', async (answer) => {
    expect(await sent(async () => answer)).toEqual({ kind: 'taken' })
  })

  it('keeps no reference of a mail that it does not name', async () => {
    for (const messageId of ['', 'x'.repeat(201)]) {
      await sent(async () => ({ messageId }))
      const reports = [{ reference: messageId, receipt: { kind: 'accepted' } }] as const
      expect(await receiveAllByReference({ env, bounceListeners: [] }, 'cloudflare', reports)).toBe(1)
    }
  })

  it.each([
    ['nothing', undefined],
    ['a text', 'away'],
    ['an error', new Error('ola@example.com')],
    ['a code of another kind', { code: 7 }],
    ['a code in words', { code: 'E_NO SUCH ola@example.com' }],
    ['an endless code', { code: `E_${'A'.repeat(100_000)}` }],
    ['a code without a text', { code: Object.create(null) }],
    ['a code of every object', { code: 'constructor' }],
  ])('may have the mail where it throws %s', async (_what, thrown) => {
    expect(await sent(() => Promise.reject(thrown))).toEqual({ kind: 'uncertain' })
  })

  it('is named where it is missing', () => {
    for (const EMAIL of [undefined, 'x', {}, null]) {
      const make = () => cloudflareProvider(Object.assign({}, env, { EMAIL }), {}, [])
      expect(make).toThrow(ConfigurationError)
      expect(make).toThrow(
        'The setting EMAIL is missing or malformed: it must be a send_email binding of that name in wrangler.toml.',
      )
    }
  })
})
