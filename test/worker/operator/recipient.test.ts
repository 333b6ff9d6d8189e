import { describe, expect, it } from 'vitest'
import { readRecipient } from '../../../worker/operator/recipient.ts'

describe('a recipient as an operator writes it', () => {
  it.each([
    ...['+4799999999', '004799999999', '4799999999', '99999999', '+47 99 99 99 99', '47 999 99 999', '999-99-999'],
    ...[
      'tel:+4799999999',
      'sms:99999999',
      '(+47) 99 99 99 99',
      '(47)99999999',
      ' +47 999 99 999 ',
      '+47\u00a099999999',
    ],
  ])('is a number: %s', (written) => {
    expect(readRecipient(written)).toEqual({ value: '+4799999999', kind: 'phone' })
  })

  it.each(['46701234567', '0046 70 123 45 67', '+46-70-123-45-67'])('is a number abroad: %s', (written) => {
    expect(readRecipient(written)).toEqual({ value: '+46701234567', kind: 'phone' })
  })

  it.each([
    ...['08900499559', '089004 99559', '089004-99559', '0890 0499 559', 'urn:altinn:person:identifier-no:08900499559'],
  ])('is a person: %s', (written) => {
    expect(readRecipient(written)).toEqual({ value: '08900499559', kind: 'person' })
  })

  it.each(['991825827', '991 825 827', '0192:991825827', 'urn:altinn:organization:identifier-no:991825827'])(
    'is an organisation: %s',
    (written) => {
      expect(readRecipient(written)).toEqual({ value: '991825827', kind: 'organization' })
    },
  )

  it.each(['Ola@Example.com', 'mailto:ola@example.com', ' OLA@EXAMPLE.COM '])('is an address: %s', (written) => {
    expect(readRecipient(written)).toEqual({ value: 'ola@example.com', kind: 'email' })
  })

  it.each(['per@blåbær.example', 'Per@BLÅBÆR.example', 'per@xn--blbr-roah.example', 'per@bla\u030abær.example'])(
    'is one address in every spelling of its domain: %s',
    (written) => {
      expect(readRecipient(written)).toEqual({ value: 'per@xn--blbr-roah.example', kind: 'email' })
    },
  )

  it('is a person where no one can have the number and no telephone has it either', () => {
    expect(readRecipient('00000000000').kind).toBe('person')
    expect(readRecipient('Nonsense')).toEqual({ value: 'nonsense', kind: 'other' })
  })
})
