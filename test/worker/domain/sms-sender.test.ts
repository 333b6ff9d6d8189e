import { describe, expect, it } from 'vitest'
import { smsSenderFor } from '../../../worker/domain/sms-sender.ts'
import { smsSenderSettings } from '../../../worker/platform/sms-sender-settings.ts'

const SENDERS = smsSenderSettings.parse({
  '1': { default: '+15550100' },
  '34': { ttd: '+34600000001', skd: '55555' },
  '358': { ttd: '+358400000001', default: '+358400000009' },
  '35840': { skd: '12345' },
})

const senderOf = (organization: string, to: string, from = 'Altinn') => smsSenderFor(SENDERS, organization, to, from)

describe('the sender of an SMS', () => {
  it('is the organisation’s number where a country takes no letters', () => {
    expect(senderOf('ttd', '+34600112233')).toBe('+34600000001')
    expect(senderOf('skd', '+34600112233')).toBe('55555')
    expect(senderOf('digdir', '+358501234567')).toBe('+358400000009')
  })

  it('is what the longest prefix that names the organisation says', () => {
    expect(senderOf('skd', '+358401234567')).toBe('12345')
    expect(senderOf('ttd', '+358401234567')).toBe('+358400000001')
  })

  it('stays where nothing is said of the organisation or of the country', () => {
    expect(senderOf('digdir', '+34600112233')).toBe('Altinn')
    expect(senderOf('ttd', '+4799999999')).toBe('Altinn')
    expect(senderOf('constructor', '+34600112233')).toBe('Altinn')
  })

  it('stays where it is a number', () => {
    for (const from of ['+4799999999', '99999', '4799999999']) expect(senderOf('ttd', '+34600112233', from)).toBe(from)
  })

  it('is set by digits and numbers only', () => {
    for (const wrong of [
      { '+34': { ttd: '12345' } },
      { '034': {} },
      { '34': { ttd: 'Altinn' } },
      { '34': '12345' },
      [],
    ])
      expect(smsSenderSettings.safeParse(wrong).success).toBe(false)
  })
})
