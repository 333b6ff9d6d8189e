import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { ConfigurationError } from '../../../../worker/platform/config.ts'
import { cloudflareProvider } from '../../../../worker/providers/cloudflare-email/cloudflare-provider.ts'
import { outcomeOfCode } from '../../../../worker/providers/cloudflare-email/error-codes.ts'

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
