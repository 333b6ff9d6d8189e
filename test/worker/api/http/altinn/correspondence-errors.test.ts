import type { Finding } from '@straks/shared'
import { describe, expect, it } from 'vitest'
import { correspondenceError, formError } from '../../../../../worker/api/http/altinn/correspondence-errors.ts'
import { isCorrespondenceErrorCode } from '../../../../../worker/domain/correspondence-errors.ts'

const finding = (changes: Partial<Finding>): Finding =>
  ({
    code: 'message-time',
    message: 'What the rule says.',
    path: ['correspondence', 'dueDateTime'],
    ...changes,
  }) as Finding

const TOO_LONG = (member: string, most: number) =>
  `The field ${member} must be a string with a maximum length of ${most}.`

describe('a finding about a correspondence', () => {
  it('is told by the rule’s own words where the server has none', () => {
    expect(correspondenceError(finding({}))).toEqual({
      key: 'Correspondence.DueDateTime',
      message: 'What the rule says.',
    })
  })

  it('is told by Altinn’s sentence where it has a number', () => {
    const { message } = correspondenceError(finding({ altinnCode: 1034 }))
    expect(message).not.toBe('What the rule says.')
    expect(message).toContain('idempotent')
  })

  it('has its place as the server writes it, whatever the letter case', () => {
    const path = ['correspondence', 'notification', 'customRecipients', 0, 'emailAddress']
    expect(correspondenceError(finding({ path })).key).toBe(
      'Correspondence.Notification.CustomRecipients[0].EmailAddress',
    )
    expect(correspondenceError(finding({ path: ['CORRESPONDENCE', 'duedatetime'] })).key).toBe(
      'Correspondence.DueDateTime',
    )
    expect(correspondenceError(finding({ path: ['correspondence', 'ownName'] })).key).toBe('Correspondence.OwnName')
    expect(correspondenceError(finding({ path: [] })).key).toBe('')
  })

  const schema = (path: Finding['path'], expected: string, written: string) =>
    finding({ code: 'schema', path, types: { expected, written } })

  it.each([
    ['string', 'System.String'],
    ['int', 'System.Int32'],
    ['boolean', 'System.Boolean'],
    ['array', "the member's type"],
  ])('of the wrong type, not %s, is the reader’s, in the client’s letter case', (expected, type) => {
    expect(correspondenceError(schema(['Recipients', 2, 'x'], expected, 'object'))).toEqual({
      key: '$.Recipients[2].x',
      message: `The JSON value could not be converted to ${type}. Path: $.Recipients[2].x.`,
    })
  })

  it('of what is missing is the reader’s, at the object that lacks it', () => {
    expect(correspondenceError(schema(['recipients'], 'array', 'undefined'))).toEqual({
      key: '$',
      message: "JSON deserialization was missing required properties including: 'recipients'.",
    })
  })

  it('of a request that is null says that there is none', () => {
    expect(correspondenceError(schema([], 'object', 'null'))).toEqual({
      key: '',
      message: 'A non-empty request body is required.',
    })
  })

  it('of a number that no choice has is the server’s, and of a name the reader’s', () => {
    const path = ['correspondence', 'notification', 'notificationChannel']
    expect(correspondenceError(schema(path, 'choice', 'number'))).toEqual({
      key: 'Correspondence.Notification.NotificationChannel',
      message: 'The NotificationChannel field must be a defined value.',
    })
    expect(correspondenceError(schema(path, 'choice', 'string')).key).toBe(
      '$.correspondence.notification.notificationChannel',
    )
  })

  it.each<[Finding['code'], string[]]>([
    ['message-time', ['correspondence', 'dueDateTime']],
    ['idempotent-key', ['idempotentKey']],
  ])('of %s that is none is the reader’s: to the server it is no text', (code, path) => {
    expect(correspondenceError(finding({ code, sentence: 'malformed', path })).key).toBe(`$.${path.join('.')}`)
    expect(correspondenceError(finding({ code, sentence: 'past', path })).key).not.toContain('$')
  })

  it('of an attachment’s member that is empty says that it is required', () => {
    expect(correspondenceError(schema(['sendersReference'], '', 'string'))).toEqual({
      key: 'SendersReference',
      message: 'The SendersReference field is required.',
    })
  })

  it('of a recipient stands at the list, which the server judges as one value', () => {
    const none = finding({ code: 'message-recipient', sentence: 'none', path: ['recipients'] })
    expect(correspondenceError(none)).toEqual({ key: 'Recipients', message: 'Recipients can not be empty' })
    const one = finding({ code: 'message-recipient', sentence: 'malformed', path: ['recipients', 3] })
    expect(correspondenceError(one)).toEqual({ key: 'Recipients', message: 'What the rule says.' })
  })

  describe('in a form', () => {
    it.each<[Finding, string, string]>([
      [
        schema(['correspondence', 'isConfidential'], 'boolean', 'string'),
        'Correspondence.IsConfidential',
        'What the rule says.',
      ],
      [schema(['recipients'], 'array', 'undefined'), 'Recipients', 'The Recipients field is required.'],
      [finding({ sentence: 'malformed' }), 'Correspondence.DueDateTime', 'What the rule says.'],
    ])('has its place as the server writes it: %#', (one, key, message) => {
      expect(formError(one)).toEqual({ key, message })
    })
  })

  it.each([
    ['messageTitle', TOO_LONG('MessageTitle', 255)],
    ['messagetitle', TOO_LONG('MessageTitle', 255)],
    ['emailSubject', TOO_LONG('EmailSubject', 128)],
    ['reminderEmailSubject', TOO_LONG('ReminderEmailSubject', 128)],
    ['emailBody', TOO_LONG('EmailBody', 10_000)],
    ['reminderEmailBody', TOO_LONG('ReminderEmailBody', 10_000)],
    ['smsBody', TOO_LONG('SmsBody', 2_144)],
    ['reminderSmsBody', TOO_LONG('ReminderSmsBody', 2_144)],
    ['resourceId', 'The field ResourceId must be a string with a minimum length of 1 and a maximum length of 255.'],
    [
      'sendersReference',
      'The field SendersReference must be a string with a minimum length of 1 and a maximum length of 4096.',
    ],
    ['displayName', TOO_LONG('DisplayName', 255)],
    ['somethingElse', 'What the rule says.'],
  ])('of %s that is too long says how long it may be', (member, message) => {
    for (const code of ['length-limit', 'message-length'] as const)
      expect(correspondenceError(finding({ code, path: ['correspondence', member] })).message).toBe(message)
  })

  it('of what is missing names it', () => {
    const path = ['correspondence', 'content', 'messageTitle']
    expect(correspondenceError(finding({ code: 'message-required', path }))).toEqual({
      key: 'Correspondence.Content.MessageTitle',
      message: 'The MessageTitle field is required.',
    })
  })

  it('of a key that is none says so', () => {
    const zero = finding({ code: 'idempotent-key', sentence: 'zero', path: ['idempotentKey'] })
    const { message } = correspondenceError(zero)
    expect(message).toBe('The idempotency key must be a valid non-empty GUID')
  })

  describe('about null', () => {
    const written = (expected: string, path: Finding['path']) =>
      correspondenceError(finding({ code: 'schema', path, types: { written: 'null', expected } } as Partial<Finding>))

    it('says that the member is required, as the server’s binder does', () => {
      expect(written('string', ['correspondence', 'messagesender'])).toEqual({
        key: 'Correspondence.MessageSender',
        message: 'The MessageSender field is required.',
      })
    })

    it('says so of a list that may be written in two ways, too', () => {
      expect(written('', ['existingAttachments'])).toEqual({
        key: 'ExistingAttachments',
        message: 'The ExistingAttachments field is required.',
      })
    })

    it.each(['boolean', 'int', 'number', 'choice'])('is the reader’s where .NET has no null for a %s', (expected) => {
      expect(written(expected, ['correspondence', 'messageSender']).key).toBe('$.correspondence.messageSender')
    })

    it('is the reader’s in a list', () => {
      expect(written('string', ['recipients', 0]).key).toBe('$.recipients[0]')
      const other = {
        code: 'schema',
        path: ['correspondence', 'messageSender'],
        types: { written: 'int', expected: 'string' },
      }
      expect(correspondenceError(finding(other as Partial<Finding>)).key).toBe('$.correspondence.messageSender')
    })
  })
})

describe('a number of Altinn’s', () => {
  it.each([
    [1034, true],
    [undefined, false],
    [0, false],
    [9_999, false],
  ])('%j is one: %j', (code, isOne) => {
    expect(isCorrespondenceErrorCode(code)).toBe(isOne)
  })
})
