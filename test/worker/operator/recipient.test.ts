import { describe, expect, it } from 'vitest'
import { mayBeRecipient, readRecipient } from '../../../worker/operator/recipient.ts'

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

  it.each([
    ['\u202a+47 999 99 999\u202c', '+4799999999'],
    ['\u200b99999999\ufeff', '+4799999999'],
    ['\uff0b\uff14\uff17 99999999', '+4799999999'],
    ['Ola Nordmann <Ola@example.com>', 'ola@example.com'],
    ['<mailto:ola@example.com>', 'ola@example.com'],
    ['NO 991 825 827 MVA', '991825827'],
    ['991825827mva', '991825827'],
  ])('is read as it was copied from elsewhere: %j', (written, value) => {
    expect(readRecipient(written).value).toBe(value)
  })

  it.each([
    ...[
      '+4799999999\n+4799999998',
      '99999999, 99999998',
      'ola@example.com;kari@example.com',
      '+47 9999 999',
      '9999999',
    ],
    ...['Ola Nordmann', '\u200b', '99999999 (mobil)'],
  ])('is not several names, a number that lacks a digit, nor words: %j', (written) => {
    expect(mayBeRecipient(written)).toBe(false)
  })

  it.each(['ola', 'ola@localhost', 'urn:altinn:person:legacy-selfidentified:ola', '00000000000', '+4700000000'])(
    'may be what is stored though we cannot tell what it is: %s',
    (written) => {
      expect(mayBeRecipient(written)).toBe(true)
    },
  )
})
