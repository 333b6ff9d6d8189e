import { limits } from '@straks/shared'
import { describe, expect, it } from 'vitest'
import { emailContent, smsContent } from '../../../worker/domain/contents.ts'
import { instantEmailMessage, instantMessage, instantSmsMessage } from '../../../worker/domain/instant-message.ts'

const DEFAULTS = { sms: 'Altinn', email: 'noreply@altinn.no' }

describe('what a request says', () => {
  it.each([
    [undefined, 'Altinn'],
    ['', 'Altinn'],
    ['  ', 'Altinn'],
    [' Etaten ', 'Etaten'],
  ])('by SMS of %j is from %s', (sender, from) => {
    expect(smsContent({ sender, body: 'x' }, DEFAULTS)).toEqual({ channel: 'sms', from, body: 'x' })
  })

  it('by e-mail has one line for a subject, and is plain unless it says otherwise', () => {
    expect(emailContent({ subject: 'A\r\nB', body: 'x' }, DEFAULTS)).toEqual({
      ...{ channel: 'email', from: 'noreply@altinn.no', subject: 'A B', body: 'x', contentType: 'Plain' },
    })
    const own = { subject: 'A', body: 'x', contentType: 'Html', senderEmailAddress: 'etat@example.com' } as const
    expect(emailContent(own, DEFAULTS)).toMatchObject({ from: 'etat@example.com', contentType: 'Html' })
  })
})

describe('an instant message', () => {
  const recipientSms = { phoneNumber: '0047 99999999', timeToLiveInSeconds: 60, smsSettings: { body: 'x' } }
  const named = { idempotencyId: 'key', sendersReference: 'ref' }
  const sms = {
    ...{ ...named, channel: 'sms', destination: '+4799999999', timeToLiveSeconds: 60 },
    content: { channel: 'sms', from: 'Altinn', body: 'x' },
  }

  it('by SMS is the same on both routes', () => {
    expect(instantSmsMessage({ ...named, recipientSms }, DEFAULTS)).toEqual(sms)
    expect(instantMessage({ ...named, recipient: { recipientSms } }, DEFAULTS)).toEqual(sms)
  })

  it('by e-mail lives as long as any mail', () => {
    const recipientEmail = { emailAddress: 'ola@example.com', emailSettings: { subject: 'A', body: 'x' } }
    expect(instantEmailMessage({ ...named, recipientEmail }, DEFAULTS)).toMatchObject({
      ...{ ...named, channel: 'email', destination: 'ola@example.com' },
      ...{ timeToLiveSeconds: limits.EMAIL_TIME_TO_LIVE_SECONDS, content: { subject: 'A', body: 'x' } },
    })
  })
})
