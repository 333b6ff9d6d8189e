import { describe, expect, it } from 'vitest'
import { outcomeOfReply } from '../../../../worker/providers/twilio/reply.ts'
import { parseTwilioSettings } from '../../../../worker/providers/twilio/settings.ts'
import { signatureOf } from '../../../../worker/providers/twilio/signature.ts'
import { readStatusUrl, statusUrl } from '../../../../worker/providers/twilio/status-url.ts'
import { readReceipt } from '../../../../worker/providers/twilio/statuses.ts'
import { writeSubmission } from '../../../../worker/providers/twilio/submission.ts'

const NOW_MS = Date.UTC(2026, 10, 22, 11, 0, 0)

describe('an answer of Twilio', () => {
  it.each([
    [201, '{"sid":"SM1","status":"queued"}', 'taken', 'queued'],
    [201, '', 'taken', 'http-201'],
    [400, '{"code":21211,"status":400}', 'SMS_Failed_InvalidRecipient', '21211'],
    [400, '{"code":21614}', 'SMS_Failed_InvalidRecipient', '21614'],
    [400, '{"code":21635}', 'SMS_Failed_InvalidRecipient', '21635'],
    [400, '{"code":21610}', 'SMS_Failed_BarredReceiver', '21610'],
    [400, '{"code":21408}', 'SMS_Failed_Rejected', '21408'],
    [400, '{"code":21617}', 'SMS_Failed', '21617'],
    [400, '{"code":99999}', 'SMS_Failed', '99999'],
    [400, '{"code":21609}', 'unavailable', '21609'],
    [400, '<html>', 'unavailable', 'http-400'],
    [400, '{"code":"toString"}', 'unavailable', 'http-400'],
    [401, '{"code":20003}', 'unavailable', '20003'],
    [403, '{"code":20003}', 'unavailable', '20003'],
    [404, '{"code":20404}', 'unavailable', '20404'],
    [429, '{"code":20429}', 'unavailable', '20429'],
    [307, '', 'unavailable', 'http-307'],
    [200, '<html>', 'uncertain', 'http-200'],
    [200, '{"sid":"SM1","status":"queued"}', 'taken', 'queued'],
    [202, '', 'uncertain', 'http-202'],
    [204, '', 'uncertain', 'http-204'],
    [206, undefined, 'uncertain', 'http-206'],
    [299, '{"sid":"MM1"}', 'taken', 'http-299'],
    [201, undefined, 'taken', 'http-201'],
    [400, undefined, 'unavailable', 'http-400'],
    [302, '', 'uncertain', 'http-302'],
    [303, '', 'uncertain', 'http-303'],
    [507, '', 'uncertain', 'http-507'],
    [999, '', 'uncertain', 'http-999'],
    [503, '{"code":20503}', 'unavailable', '20503'],
    [500, '{"code":20500}', 'uncertain', '20500'],
    [504, '', 'uncertain', 'http-504'],
  ])('with %i and %s means %s, told as %s', (status, text, expected, code) => {
    const outcome = outcomeOfReply({ status, text })
    expect(outcome.kind === 'refused' ? outcome.status : outcome.kind).toBe(expected)
    expect(outcome.code).toBe(code)
  })
})

describe('a status', () => {
  const reading = (status: string, code?: string) =>
    readReceipt(new URLSearchParams({ MessageStatus: status, ...(code !== undefined && { ErrorCode: code }) }), NOW_MS)

  it.each(['accepted', 'scheduled', 'queued', 'sending', 'sent'])('of %s says that it is on its way', (status) => {
    expect(reading(status)).toEqual({ kind: 'accepted', code: status })
  })

  it('of delivered or read says that it has arrived', () => {
    for (const status of ['delivered', 'Delivered', 'read'])
      expect(reading(status)).toEqual({ kind: 'delivered', atMs: NOW_MS, code: status.toLowerCase() })
  })

  it.each([
    ['undelivered', undefined, 'SMS_Failed_Undelivered'],
    ['undelivered', '30003', 'SMS_Failed_Undelivered'],
    ['undelivered', '30004', 'SMS_Failed_BarredReceiver'],
    ['undelivered', '30005', 'SMS_Failed_InvalidRecipient'],
    ['undelivered', '30006', 'SMS_Failed_InvalidRecipient'],
    ['undelivered', '30007', 'SMS_Failed_Rejected'],
    ['undelivered', '30008', 'SMS_Failed_Undelivered'],
    ['failed', '30036', 'SMS_Failed_Expired'],
    ['failed', '21610', 'SMS_Failed_BarredReceiver'],
    ['failed', '30001', 'SMS_Failed'],
    ['failed', 'constructor', 'SMS_Failed'],
    ['canceled', undefined, 'SMS_Failed_Deleted'],
  ])('of %s with %s means %s', (status, code, expected) => {
    expect(reading(status, code)).toEqual({ kind: 'failed', status: expected, code: code ?? status })
  })

  it('that there is not is none', () => {
    for (const status of ['', 'vanished', 'constructor', '__proto__']) expect(reading(status)).toBeUndefined()
    expect(readReceipt(new URLSearchParams(), NOW_MS)).toBeUndefined()
  })
})

describe('the address that statuses are told to', () => {
  it('names the message, whatever its organisation is called', () => {
    const addressee = { organization: 'ttd & co/æ', reference: '0b5c53f5-6c1a-8d2e-9b1f-0123456789ab.2' }
    expect(readStatusUrl(new URL(statusUrl('https://straks.example', addressee)))).toEqual(addressee)
    expect(readStatusUrl(new URL('https://straks.example/?organization=&reference=x'))).toBeUndefined()
  })
})

describe('a signature', () => {
  // The example of Twilio's own documentation, which its libraries are tested with.
  it('is the one that Twilio makes', async () => {
    const parameters = new URLSearchParams({
      To: '+18005551212',
      CallSid: 'CA1234567890ABCDE',
      From: '+12349013030',
      Digits: '1234',
      Caller: '+12349013030',
    })
    expect(await signatureOf('12345', 'https://mycompany.com/myapp.php?foo=1&bar=2', parameters)).toBe(
      '0/KCTR6DLpKmkAf8muzZqo1nDgQ=',
    )
  })
})

describe('a submission', () => {
  const validity = (millisecondsLeft: number) =>
    new URLSearchParams(
      writeSubmission(
        { channel: 'sms', from: 'Altinn', body: 'x' },
        { to: '+4799999999', expiresAtMs: NOW_MS + millisecondsLeft },
        '',
        NOW_MS,
      ),
    ).get('ValidityPeriod')

  it('asks Twilio to give up in time: whole seconds, from one to ten hours', () => {
    expect([60_000, 59_999, 999, -5, 36_000_000, 172_800_000].map(validity)).toEqual([
      '60',
      '59',
      '1',
      '1',
      '36000',
      '36000',
    ])
  })
})

describe('the settings of Twilio', () => {
  const RIGHT = {
    TWILIO_URL: 'https://api.twilio.com/',
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: 'geheim',
  }

  it('are read', () => {
    expect(parseTwilioSettings(RIGHT)).toEqual({
      url: 'https://api.twilio.com',
      accountSid: RIGHT.TWILIO_ACCOUNT_SID,
      authToken: 'geheim',
    })
  })

  it('are named where they are wrong, without their values', () => {
    for (const [name, value] of [
      ['TWILIO_URL', 'http://api.twilio.com'],
      ['TWILIO_ACCOUNT_SID', 'SK0'],
      ['TWILIO_AUTH_TOKEN', ''],
      ['TWILIO_AUTH_TOKEN', 'geheim\r\n'],
    ] as const)
      expect(() => parseTwilioSettings({ ...RIGHT, [name]: value })).toThrow(
        new RegExp(`^The setting ${name} is missing or malformed(?!.*geheim)`),
      )
  })
})
