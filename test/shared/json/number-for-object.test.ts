import { describe, expect, it } from 'vitest'
import { documentKinds } from '../../../shared/documents/index.ts'
import { forSchema, parseJson } from '../../../shared/index.ts'
import { judge } from '../../../shared/judge.ts'

const NUMBERS = ['1.5', '1e2', '9007199254740992', '-0.0', '1e400']

/** Every document that a text becomes where one of its objects, itself among them, is a number instead. */
function* withNumberForObject(value: unknown, number: string): Generator<string> {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield number
  for (const [name, each] of Object.entries(value))
    for (const text of withNumberForObject(each, number)) {
      const rest = Object.entries(value).map(([other, said]) => [other, other === name ? text : JSON.stringify(said)])
      yield Array.isArray(value)
        ? `[${rest.map(([, said]) => said).join()}]`
        : `{${rest.map(([other, said]) => `${JSON.stringify(other)}:${said}`).join()}}`
    }
}

const ORDER = {
  idempotencyId: 'key',
  dialogportenAssociation: { dialogId: 'd' },
  recipient: { recipientEmail: { emailAddress: 'ola@example.com', emailSettings: { subject: 'Emne', body: 'Tekst' } } },
  reminders: [
    { delayDays: 1, recipient: { recipientSms: { phoneNumber: '+4799999999', smsSettings: { body: 'x' } } } },
  ],
}

describe('a number that is not plainly a whole one', () => {
  it.each(NUMBERS)('is no object of an order: %s', (number) => {
    const kind = documentKinds.find(({ name }) => name === 'order')
    const texts = Array.from(withNumberForObject(ORDER, number))
    expect(texts.length).toBeGreaterThan(7)
    for (const text of texts) expect([text, kind && judge(kind, parseJson(text), 'en').ok]).toEqual([text, false])
  })

  it.each(documentKinds.map(({ name, schema }) => [name, schema] as const))('is no document: %s', (_, schema) => {
    for (const number of NUMBERS) expect(schema.safeParse(forSchema(parseJson(number))).success).toBe(false)
  })

  it('changes nothing of a document that has none', () => {
    expect(forSchema(ORDER)).toBe(ORDER)
    expect(forSchema(parseJson('[1, {"__proto__": 2}]'))).toEqual(JSON.parse('[1, {"__proto__": 2}]'))
  })
})
