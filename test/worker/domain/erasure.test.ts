import { describe, expect, it } from 'vitest'
import { Eraser, type NamedRecipient } from '../../../worker/domain/erasure.ts'

const phone: NamedRecipient = { kind: 'phone', value: '+4799999999' }
const email: NamedRecipient = { kind: 'email', value: 'ola@example.com' }
const abroad: NamedRecipient = { kind: 'email', value: 'per@xn--blbr-roah.example' }
const person: NamedRecipient = { kind: 'person', value: '08895699684' }

describe('a recipient', () => {
  it.each([
    [phone, '+4799999999'],
    [phone, 'login-99999999'],
    [phone, '004799999999'],
    [phone, 'tel:4799999999;x'],
    [email, 'Ola@Example.com'],
    [email, '<ola@example.com>.'],
    [email, 'urn:altinn:person:idporten-email:ola@example.com'],
    [email, 'https://example.com/?m=ola@example.com&x=1'],
    [email, 'https://example.com/?m=Ola%40example.com&x=1'],
    [{ kind: 'email', value: "o'hara+x@example.com" }, "to=o'hara+x@example.com"],
    [abroad, '<Per@BLÅBÆR.example>.'],
    [abroad, 'per@xn--blbr-roah.example'],
    [abroad, 'kari@example.com, per@bla\u030abær.example'],
    [{ kind: 'email', value: 'åse@example.com' }, 'A\u030aSE@Example.com'],
    [person, 'urn:altinn:person:identifier-no:08895699684'],
    [{ kind: 'phone', value: '+46701234567' }, '+46701234567'],
    [phone, 'kode til 999 99 999'],
    [phone, 'ring +47 99 99 99 99!'],
    [phone, '99\u00a099\u00a099\u00a099'],
    [person, 'sak 088956 99684'],
    [person, '088956-99684'],
    [person, '088956\u201199684'],
    [phone, '999\u202f99\u2009999'],
    [{ kind: 'organization', value: '991825827' }, 'NO 991 825 827 MVA'],
  ] as const)('%j is found in %s', (recipient, text) => {
    expect(new Eraser(recipient).isIn(text)).toBe(true)
  })

  it.each([
    [phone, '199999999'],
    [phone, '+47999999991'],
    [email, 'kari.ola@example.com'],
    [email, 'ola@example.com.au'],
    [email, 'xola@example.com'],
    [email, 'olaxexample.com'],
    [email, 'åola@example.com'],
    [email, 'ola@example.com-'],
    [abroad, 'per@blåbær.example.no'],
    [person, '108895699684'],
    [person, '088956 996841'],
    [phone, '999  99 999'],
    [phone, '9999-99-99'],
    [phone, '999 99 9991'],
    [{ kind: 'other', value: 'a' }, 'a and b'],
  ] as const)('%j is not found in %s', (recipient, text) => {
    expect(new Eraser(recipient).isIn(text)).toBe(false)
  })
})

describe('a stored text', () => {
  const record = {
    sendersReference: 'login-99999999',
    deliveries: [{ destination: '+4799999999' }, { destination: 'kari@example.com', status: 'Email_Delivered' }],
    plan: { keywords: { $recipientName$: 'Kari' }, recipient: { kind: 'person', nationalIdentityNumber: '1' } },
    order: { orderKey: '99999999', traceId: 'ab99999999cd' },
  }

  it('loses what names the recipient, and keeps the rest', () => {
    const { text, destinations } = new Eraser(phone).scrub(JSON.stringify(record))
    expect(destinations).toBe(1)
    expect(JSON.parse(text)).toEqual({
      ...record,
      sendersReference: '',
      deliveries: [{ destination: '' }, { destination: 'kari@example.com', status: 'Email_Delivered' }],
    })
  })

  it('loses every address and number where all of it is theirs', () => {
    const { text, destinations } = new Eraser(phone).scrubWhole(JSON.stringify(record))
    expect(destinations).toBe(2)
    expect(JSON.parse(text)).toMatchObject({
      deliveries: [{ destination: '' }, { destination: '', status: 'Email_Delivered' }],
      plan: { keywords: {}, recipient: { kind: 'person', nationalIdentityNumber: '' } },
      order: record.order,
    })
  })
})
