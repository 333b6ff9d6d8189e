import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { correspondenceRequestSchema } from '../../../../shared/schema/correspondence.ts'
import { formDocument } from '../../../../worker/api/correspondence/form-document.ts'
import { CHOICES, FLAGS } from '../../../../worker/api/correspondence/form-value.ts'

const documentOf = (fields: readonly (readonly [string, string | File])[]) => {
  const document = formDocument(fields)
  if (!document.ok) throw new Error(document.failure.reason)
  return document.value
}

describe('a form', () => {
  it('becomes objects at dots and lists at brackets', () => {
    expect(
      documentOf([
        ['correspondence.content.messageTitle', 'Vedtak'],
        ['correspondence.notification.customRecipients[1].emailAddress', 'b@example.com'],
        ['correspondence.notification.customRecipients[0].emailAddress', 'a@example.com'],
        ['recipients[0]', '0192:991825827'],
      ]),
    ).toEqual({
      correspondence: {
        content: { messageTitle: 'Vedtak' },
        notification: { customRecipients: [{ emailAddress: 'a@example.com' }, { emailAddress: 'b@example.com' }] },
      },
      recipients: ['0192:991825827'],
    })
  })

  it('may repeat the name of a list', () => {
    const fields = [
      ['Recipients', 'a'],
      ['Recipients', 'b'],
    ] as const
    expect(documentOf(fields)).toEqual({ Recipients: ['a', 'b'] })
    const inBrackets = fields.map(([name, value]) => [`request.${name}[]`, value] as const)
    expect(documentOf(inBrackets)).toEqual({ Recipients: ['a', 'b'] })
  })

  it('writes flags as words in any case, and leaves texts that are such words alone', () => {
    expect(documentOf([['a.sendReminder', 'True']])).toEqual({ a: { sendReminder: true } })
    expect(documentOf([['a.SENDREMINDER', 'false']])).toEqual({ a: { SENDREMINDER: false } })
    expect(documentOf([['a.smsBody', 'true']])).toEqual({ a: { smsBody: 'true' } })
    expect(documentOf([['a.sendReminder', 'perhaps']])).toEqual({ a: { sendReminder: 'perhaps' } })
  })

  it.each([
    ['12/31/2026 18:00:00 +01:00', '2026-12-31T18:00:00+01:00'],
    ['12/31/2026 6:00:00 PM +00:00', '2026-12-31T18:00:00+00:00'],
    ['1/2/2027 12:05:09\u202fam', '2027-01-02T00:05:09'],
    ['01/02/2027 12:30:00.1234567 PM', '2027-01-02T12:30:00.1234567'],
    ['12/31/2026', '2026-12-31T00:00:00'],
    ['2026-12-31 18:00:00+01:00', '2026-12-31T18:00:00+01:00'],
    ['2026-12-31 18:00:00 +01:00', '2026-12-31T18:00:00+01:00'],
    ['2026-12-31T18:00:00.0000000+01:00', '2026-12-31T18:00:00.0000000+01:00'],
    ['Thu, 31 Dec 2026 17:00:00 GMT', '2026-12-31T17:00:00.000Z'],
    [' 2026-12-31T18:00:00Z ', '2026-12-31T18:00:00Z'],
    ['31. desember 2026', '31. desember 2026'],
  ])('writes times as .NET and others write them: %s', (written, meant) => {
    for (const name of ['RequestedPublishTime', 'DUEDATETIME', 'notification.requestedSendTime'])
      expect(JSON.stringify(documentOf([[`Correspondence.${name}`, written]]))).toContain(JSON.stringify(meant))
    expect(documentOf([['a.sendersReference', written]])).toEqual({ a: { sendersReference: written } })
  })

  it('leaves what stands under a free name alone', () => {
    const fields = [
      ['a.propertyList.isConfidential', 'True'],
      ['a.PropertyList.dueDateTime', '12/31/2026'],
    ] as const
    expect(documentOf(fields)).toEqual({ a: { propertyList: { isConfidential: 'True', dueDateTime: '12/31/2026' } } })
  })

  it('knows every flag and every choice that a message has', () => {
    const [flags, choices] = [new Set<string>(), new Set<string>()]
    const schema = z.toJSONSchema(correspondenceRequestSchema(), { io: 'input', unrepresentable: 'any' })
    const definitions = Object(schema).$defs
    const isChoice = ({ $ref, enum: words }: { $ref?: string; enum?: unknown }): boolean =>
      words !== undefined || ($ref !== undefined && isChoice(definitions[$ref.slice('#/$defs/'.length)]))
    const collect = (within: unknown): void => {
      for (const [name, inner] of Object.entries(Object(Object(within).properties))) {
        if (Object(inner).type === 'boolean') flags.add(name.toLowerCase())
        if (isChoice(Object(inner))) choices.add(name.toLowerCase())
      }
      for (const inner of Object.values(Object(within))) if (typeof inner === 'object') collect(inner)
    }
    collect(schema)
    expect([...flags].sort()).toEqual([...FLAGS].sort())
    expect([...choices].sort()).toEqual([...CHOICES].sort())
  })

  it('leaves out what is empty, or nothing but spaces', () => {
    for (const nothing of ['', ' ', '\r\n']) expect(documentOf([['a.b', nothing]])).toEqual({})
  })

  it('looks past spaces around what is no text', () => {
    const fields = [
      ['a.isConfidential', ' True '],
      ['a.notificationChannel', ' email\n'],
      ['a.smsBody', ' Hei '],
    ] as const
    expect(documentOf(fields)).toEqual({ a: { isConfidential: true, notificationChannel: 'email', smsBody: ' Hei ' } })
  })

  const KEY = '6f0b6f0e-1f0a-4a3e-9b2e-6a1f3a2b4c5d'
  it.each([
    KEY.replaceAll('-', ''),
    `{${KEY}}`,
    `(${KEY})`,
    ` ${KEY} `,
    '{0x6f0b6f0e,0x1f0a,0x4a3e,{0x9b,0x2e,0x6a,0x1f,0x3a,0x2b,0x4c,0x5d}}',
  ])('has ids in every spelling that .NET reads: %s', (written) => {
    expect(documentOf([['IdempotentKey', written]])).toEqual({ IdempotentKey: KEY })
    for (const name of ['ExistingAttachments', 'existingAttachments[]', 'existingAttachments[3]'])
      expect(Object.values(Object(documentOf([[name, written]])))).toEqual([[KEY]])
  })

  it('takes the first of two values of a member', () => {
    const twice = ['True', 'False'].map((value) => ['a.isConfidential', value] as const)
    expect(documentOf(twice)).toEqual({ a: { isConfidential: true } })
    expect(documentOf([...twice, ['A.IsConfidential', 'false']])).toEqual({ a: { isConfidential: true } })
  })

  it('has properties as .NET lists them, by key and value', () => {
    const fields = [
      ['a.PropertyList[0].Key', 'case'],
      ['a.PropertyList[0].Value', '1'],
      ['a.PropertyList[1].key', 'isConfidential'],
      ['a.PropertyList[1].value', 'True'],
    ] as const
    expect(documentOf(fields)).toEqual({ a: { PropertyList: { case: '1', isConfidential: 'True' } } })
  })

  it('keeps the properties of a list of properties', () => {
    expect(documentOf([['a.propertyList[name]', 'x']])).toEqual({ a: { propertyList: { name: 'x' } } })
  })

  it('lets the later of two answers to one question count', () => {
    expect(
      documentOf([
        ['a', 'x'],
        ['a.b', 'y'],
      ]),
    ).toEqual({ a: { b: 'y' } })
  })

  it('makes lists as long as what is in them, whatever the numbers say', () => {
    expect(documentOf([['recipients[999999]', 'x']])).toEqual({ recipients: ['x'] })
  })

  it('makes no objects of another kind', () => {
    const document = Object(
      documentOf([
        ['__proto__.isAdmin', 'yes'],
        ['x', 'y'],
      ]),
    )
    expect(document.isAdmin).toBeUndefined()
    expect(Object.keys(document)).toEqual(['__proto__', 'x'])
  })

  it('names its files as attachments, unless it describes them itself', () => {
    const file = new File(['%PDF'], 'vedtak.pdf')
    expect(documentOf([['attachments', file]])).toMatchObject({
      correspondence: { content: { attachments: [{ fileName: 'vedtak.pdf' }] } },
    })
    const described = documentOf([
      ['correspondence.content.attachments[0].fileName', 'annet.pdf'],
      ['attachments', file],
    ])
    expect(described).toMatchObject({ correspondence: { content: { attachments: [{ fileName: 'annet.pdf' }] } } })
  })
})
