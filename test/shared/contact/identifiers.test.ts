import { parseMessageRecipient, parseNationalIdentityNumber, parseOrganizationNumber } from '@straks/shared'
import { describe, expect, it } from 'vitest'
import { customRecipientKey, messageRecipientKey } from '../../../shared/contact/identity.ts'
import { hasOrganizationCheckDigit } from '../../../shared/contact/organization-number.ts'

describe('an organisation number', () => {
  it.each([
    '991825827',
    '0192:991825827',
    'urn:altinn:organisasjonsnummer:991825827',
    'urn:altinn:organization:identifier-no:991825827',
    'URN:ALTINN:ORGANIZATION:IDENTIFIER-NO:991825827',
  ])('is read from %s', (written) => {
    expect(parseOrganizationNumber(written)).toMatchObject({ ok: true, value: { digits: '991825827' } })
  })

  it.each(['', '99182582', '9918258270', '1234:991825827', '0192:0192:991825827', '٩٩١٨٢٥٨٢٧'])(
    'is not %j',
    (written) => {
      expect(parseOrganizationNumber(written).ok).toBe(false)
    },
  )

  it.each([
    ['991825827', true],
    ['313756270', true],
    ['974760673', true],
    ['123456789', false],
    ['991825828', false],
  ])('ends in its check digit: %s, %s', (digits, expected) => {
    expect(hasOrganizationCheckDigit(digits)).toBe(expected)
  })

  it('can end in one digit at most', () => {
    for (const start of ['99182582', '12345678', '00000000', '31375627']) {
      const endings = Array.from({ length: 10 }, (_, digit) => `${start}${digit}`).filter(hasOrganizationCheckDigit)
      expect(endings.length).toBeLessThanOrEqual(1)
    }
  })
})

describe('a national identity number', () => {
  it.each(['08900499559', '07827199405', '13876698239', '10108000398', '26818099001'])('may be %s', (written) => {
    expect(parseNationalIdentityNumber(written).ok).toBe(true)
  })

  it.each([
    ['01234567890', 'impossible'],
    ['12345678901', 'impossible'],
    ['01019912345', 'impossible'],
    ['1234', 'malformed'],
    ['089004 99559', 'malformed'],
    ['', 'malformed'],
  ])('is not %j (%s)', (written, failure) => {
    expect(parseNationalIdentityNumber(written)).toEqual({ ok: false, failure })
  })
})

describe('the recipient of a message', () => {
  it.each([
    ['0192:991825827', 'organization'],
    ['urn:altinn:organization:identifier-no:991825827', 'organization'],
    ['08900499559', 'person'],
    ['urn:altinn:person:identifier-no:08900499559', 'person'],
    ['urn:altinn:person:idporten-email:ola@example.com', 'external'],
    ['urn:altinn:person:legacy-selfidentified:ola', 'external'],
  ])('may be %s, which is an %s', (written, kind) => {
    expect(parseMessageRecipient(written)).toMatchObject({ ok: true, value: { kind } })
  })

  it.each(['991825827', '1234:123456789', '1234567890123456', '', 'urn:altinn:person:legacy-selfidentified:a:b'])(
    'is not %j',
    (written) => {
      expect(parseMessageRecipient(written).ok).toBe(false)
    },
  )
})

it('tells recipients apart by what they mean', () => {
  const key = customRecipientKey
  expect(key({ mobileNumber: '004799999999' })).toBe(key({ mobileNumber: '99999999' }))
  expect(key({ emailAddress: 'Ola@example.com' })).toBe(key({ emailAddress: 'ola@EXAMPLE.com' }))
  expect(key({ organizationNumber: '0192:991825827' })).toBe(
    messageRecipientKey('urn:altinn:organization:identifier-no:991825827'),
  )
  expect(key({ mobileNumber: 'nobody' })).toBeUndefined()
  expect(key(7)).toBeUndefined()
})
