import type { Finding } from '@straks/shared'
import { describe, expect, it } from 'vitest'
import { correspondenceError, isCorrespondenceErrorCode } from '../../../worker/domain/correspondence-errors.ts'

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

  it('of the schema has it as a path of JSON, in the client’s letter case', () => {
    const { key, message } = correspondenceError(finding({ code: 'schema', path: ['recipients', 2, 'x'] }))
    expect(key).toBe('$.recipients[2].x')
    expect(message).toBe('What the rule says.')
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
    const { message } = correspondenceError(finding({ code: 'idempotent-key', path: ['idempotentKey'] }))
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

    it.each(['boolean', 'int', 'number', 'choice'])('is the reader’s where .NET has no null for a %s', (expected) => {
      expect(written(expected, ['correspondence', 'messageSender']).key).toBe('$.correspondence.messageSender')
    })

    it('is the reader’s in a list, and under a name of the client’s own', () => {
      expect(written('string', ['recipients', 0]).key).toBe('$.recipients[0]')
      expect(written('string', ['correspondence', 'ownName']).key).toBe('$.correspondence.ownName')
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
