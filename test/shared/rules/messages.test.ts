import { firstByAltinn, type JsonValue } from '@straks/shared'
import { describe, expect, it } from 'vitest'
import { findingsIn } from './judging.ts'

type Members = { readonly [name: string]: JsonValue }

const CONTENT = { messageTitle: 'Vedtak', messageBody: 'Her er vedtaket.' }

const message = (correspondence: Members = {}, request: Members = {}) => ({
  kind: 'correspondence',
  document: {
    correspondence: { resourceId: 'example', sendersReference: 'case-1', content: CONTENT, ...correspondence },
    recipients: ['0192:991825827'],
    ...request,
  },
})

const errorsOf = (correspondence: Members, request: Members = {}) =>
  findingsIn(message(correspondence, request)).filter(({ severity }) => severity === 'error')

const LONG = 'a'.repeat(30_001)
const ZERO = '00000000-0000-0000-0000-000000000000'
const KEY = '6f0b6f0e-1f0a-4a3e-9b2e-6a1f3a2b4c5d'

describe('a message', () => {
  it('with all that it needs, and nothing else, is right', () => {
    expect(findingsIn(message())).toEqual([])
  })

  it.each<[string, Members, string, number | undefined]>([
    ['its resource', { resourceId: null }, 'correspondence.resourceId', undefined],
    ['your reference', { sendersReference: '' }, 'correspondence.sendersReference', undefined],
    ['its content', { content: null }, 'correspondence.content', 1019],
    ['its title', { content: { ...CONTENT, messageTitle: ' ' } }, 'correspondence.content.messageTitle', 1020],
    ['its body', { content: { ...CONTENT, messageBody: null } }, 'correspondence.content.messageBody', 1021],
    ['the due time of a confirmation', { isConfirmationNeeded: true }, 'correspondence.dueDateTime', 1016],
  ])('needs %s', (_what, members, path, altinnCode) => {
    const found = errorsOf(members)
    expect(found.map((finding) => finding.path.join('.'))).toEqual([path])
    expect(found[0]?.altinnCode).toBe(altinnCode)
  })

  it('to nobody is a piece of one, of which nothing is needed', () => {
    expect(errorsOf({ resourceId: null, sendersReference: null, content: null }, { recipients: [] })).toEqual([])
    expect(findingsIn({ kind: 'correspondence-part', document: { notification: {} } })).toEqual([])
  })

  it.each<[string, Members, Members, number | undefined]>([
    ['resourceId', { resourceId: 'a'.repeat(255) }, { resourceId: 'a'.repeat(256) }, undefined],
    ['sendersReference', { sendersReference: 'a'.repeat(4_096) }, { sendersReference: 'a'.repeat(4_097) }, undefined],
    ['messageSender', { messageSender: 'ø'.repeat(255) }, { messageSender: 'ø'.repeat(256) }, undefined],
    [
      'messageTitle',
      { content: { ...CONTENT, messageTitle: 'a'.repeat(255) } },
      { content: { ...CONTENT, messageTitle: 'a'.repeat(256) } },
      1037,
    ],
    [
      'messageSummary',
      { content: { ...CONTENT, messageSummary: 'a'.repeat(255) } },
      { content: { ...CONTENT, messageSummary: 'a'.repeat(256) } },
      1042,
    ],
    [
      'messageBody',
      { content: { ...CONTENT, messageBody: LONG.slice(1) } },
      { content: { ...CONTENT, messageBody: LONG } },
      1022,
    ],
  ])('has a limit to its %s, to the character', (name, atLimit, above, altinnCode) => {
    expect(errorsOf(atLimit)).toEqual([])
    expect(errorsOf(above)).toMatchObject([{ code: 'message-length' }])
    expect(errorsOf(above)[0]?.path.at(-1)).toBe(name)
    expect(errorsOf(above)[0]?.altinnCode).toBe(altinnCode)
  })

  it('has a limit to its lists', () => {
    const list = (count: number) => Array.from({ length: count }, (_, index) => ({ fileName: `${index}.pdf` }))
    const references = (count: number) => list(count).map(() => ({ referenceType: 0, referenceValue: 'x' }))
    const existing = (count: number) => list(count).map(() => KEY)
    const attachments = (count: number) => ({ content: { ...CONTENT, attachments: list(count) } })
    expect(errorsOf(attachments(60), { existingAttachments: existing(40) })).toEqual([])
    expect(errorsOf(attachments(60), { existingAttachments: existing(41) })).toMatchObject([{ altinnCode: 1038 }])
    expect(errorsOf({ externalReferences: references(10) })).toEqual([])
    expect(errorsOf({ externalReferences: references(11) })).toMatchObject([{ code: 'message-length' }])
  })

  it.each([
    ['2099-12-01T09:00:00+14:30', 'beyond every zone'],
    ['2099-02-31T09:00:00Z', 'on 31 February'],
    ['2099-13-01T09:00:00Z', 'in month 13'],
    ['10000-01-01T00:00:00Z', 'in year 10000'],
    ['tomorrow', 'in words'],
    ['', 'not at all'],
  ])('is not published at %j, which is %s', (requestedPublishTime) => {
    expect(errorsOf({ requestedPublishTime })).toMatchObject([{ code: 'message-time' }])
  })

  it('may be published in year 9999', () => {
    expect(errorsOf({ requestedPublishTime: '9999-12-31T23:59:59Z' })).toEqual([])
  })

  it('is due after it is published, whatever the zones', () => {
    const requestedPublishTime = '2099-12-01T09:00:00+01:00'
    expect(errorsOf({ requestedPublishTime, dueDateTime: '2099-12-01T08:00:00Z' })).toEqual([])
    expect(errorsOf({ requestedPublishTime, dueDateTime: '2099-12-01T07:59:59Z' })).toMatchObject([
      { altinnCode: 1009 },
    ])
  })

  it('takes only references that a sender can make', () => {
    const reference = (referenceType: JsonValue, referenceValue = KEY) => ({
      externalReferences: [{ referenceType, referenceValue }],
    })
    for (const type of ['Generic', 'dialogportendialogid', 4, 'DialogportenTransmissionId', 5])
      expect(errorsOf(reference(type))).toEqual([])
    for (const type of [5, 3]) expect(errorsOf(reference(type, 'x'))).toMatchObject([{ code: 'external-reference' }])
    for (const type of [9, 'other']) expect(errorsOf(reference(type))).toMatchObject([{ code: 'schema' }])
  })

  it('has properties in an object, and says so in words', () => {
    for (const [propertyList, written] of [
      [null, 'null'],
      [[], 'a list'],
    ] as const)
      expect(errorsOf({ propertyList: propertyList && [...propertyList] })).toMatchObject([
        { message: expect.stringMatching(new RegExp(`is ${written}; it must be an object`)) },
      ])
  })

  it('has one type of transmission at most, and names the dialogue that it is in', () => {
    const typed = (...values: readonly string[]) => values.map((value) => ({ referenceType: 6, referenceValue: value }))
    const dialog = { referenceType: 3, referenceValue: KEY }
    const found = (...externalReferences: readonly JsonValue[]) =>
      errorsOf({ externalReferences: [...externalReferences] }).map(({ altinnCode }) => altinnCode)
    for (const value of ['Information', 'CORRECTION', '1', '8']) expect(found(dialog, ...typed(value))).toEqual([])
    for (const value of [KEY, '0', ' 1', '']) expect(found(dialog, ...typed(value))).toEqual([undefined])
    expect(found(...typed('1', '2'), dialog)).toEqual([1052])
    expect(found(...typed('1'))).toEqual([1053])
    expect(found({ referenceType: 3, referenceValue: '' })).toEqual([1048])
  })

  it('has a key that is a UUID, and one recipient with it', () => {
    expect(errorsOf({}, { idempotentKey: KEY })).toEqual([])
    for (const idempotentKey of ['', 'key', ZERO])
      expect(errorsOf({}, { idempotentKey })).toMatchObject([{ code: 'idempotent-key' }])
    const recipients = ['0192:991825827', '0192:313756270']
    expect(errorsOf({}, { idempotentKey: KEY, recipients })).toMatchObject([{ altinnCode: 1047 }])
  })

  it('has attachments by their ids; the guide’s empty object is none', () => {
    for (const existingAttachments of [[KEY], [], {}]) expect(errorsOf({}, { existingAttachments })).toEqual([])
    for (const existingAttachments of [['x'], { a: 1 }, 'x', null])
      expect(errorsOf({}, { existingAttachments })).toMatchObject([{ code: 'schema' }])
  })
})

describe('Altinn’s first answer', () => {
  const first = (members: Members, request: Members = {}) => firstByAltinn(errorsOf(members, request))?.altinnCode
  const notification = { notificationTemplate: 'CustomMessage', customRecipients: [{}] }

  it('is about the message before its notification', () => {
    expect(first({ notification })).toBe(3019)
    expect(first({ notification, content: { ...CONTENT, language: 'se' } })).toBe(1023)
    expect(first({ notification, content: { ...CONTENT, messageTitle: '' } })).toBe(1020)
    expect(first({ notification, isConfirmationNeeded: true })).toBe(1016)
  })

  it('is about the key before the recipients, and about these before the message', () => {
    const recipients = ['0192:991825827', 'urn:altinn:organization:identifier-no:991825827']
    expect(first({ isConfirmationNeeded: true }, { recipients })).toBe(1006)
    expect(first({ isConfirmationNeeded: true }, { recipients, idempotentKey: KEY })).toBe(1047)
  })
})
