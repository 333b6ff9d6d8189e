import { describe, expect, it } from 'vitest'
import { fillTexts, mayHaveKeywords } from '../../../worker/domain/fill-texts.ts'

const sms = (body: string) => ({ channel: 'sms', from: 'Altinn', body }) as const
const email = (subject: string, body: string, contentType: 'Plain' | 'Html' = 'Plain') =>
  ({ channel: 'email', from: 'a@b.no', subject, body, contentType }) as const

describe('the texts of a shipment', () => {
  it('have the title of a correspondence, in which keywords are filled in once', () => {
    const texts = {
      sms: sms('Om $messageTitle$'),
      keywords: { messageTitle: 'svar til $recipientName$ ($messageTitle$)' },
    }
    expect(fillTexts(texts, 'sms', { recipientName: 'Ola' })).toMatchObject({ body: 'Om svar til Ola ()' })
  })

  it('have what is as secret as they are, beside what is not', () => {
    const texts = { sms: sms('$sendersName$ til $recipientName$'), keywords: { sendersName: 'Etaten' } }
    expect(fillTexts(texts, 'sms', { recipientName: 'Ola' })).toMatchObject({ body: 'Etaten til Ola' })
  })

  it('leave a name in a plain mail as it is', () => {
    const filled = fillTexts({ email: email('S', '$recipientName$') }, 'email', { recipientName: '<b>' })
    expect(filled).toMatchObject({ body: '<b>' })
  })

  it('are none in a channel that has none', () => {
    expect(fillTexts({ sms: sms('x') }, 'email', {})).toBeUndefined()
    expect(fillTexts({ email: email('S', 'x') }, 'sms', {})).toBeUndefined()
  })

  it.each([
    [{ email: email('$x', 'b') }, true],
    [{ email: email('s', '$x') }, true],
    [{ sms: sms('$x') }, true],
    [{ email: email('s', 'b'), sms: sms('b') }, false],
    [{}, false],
  ])('%o may have keywords: %j', (texts, may) => {
    expect(mayHaveKeywords(texts)).toBe(may)
  })
})
