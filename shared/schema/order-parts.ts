import * as z from 'zod'
import { words } from '#words'
import { MEMBER_MAX_UNITS, TEXT_MAX_UNITS } from '../limits.ts'
import { field } from './field.ts'

/** A key that names one message: the same key never sends twice. Free text, case-sensitive, as Altinn reads it. */
export const idempotencyId = () =>
  field(
    z
      .string()
      .max(TEXT_MAX_UNITS)
      .meta({
        description: words(
          () => 'A unique value of your own for this message. Use it again when you retry: the message is sent once.',
        ),
        examples: ['94e9d0f6-7a3d-4a20-b5a7-445fb207f9bb'],
        minLength: 1,
      }),
    'idempotency-id',
  )

/** The sender's own name for the message, for the sender's logs. */
export const sendersReference = (most = TEXT_MAX_UNITS) =>
  field(
    z
      .string()
      .max(most)
      .meta({
        description: words(
          () => 'Your own reference for the message, returned with its status. Keep codes and personal data out of it.',
        ),
        examples: ['otp-login-2024-09-30-1234'],
      }),
    'senders-reference',
  ).optional()

/** The telephone that a message goes to. */
export const phoneNumber = () =>
  field(
    z
      .string()
      .max(MEMBER_MAX_UNITS.phoneNumber)
      .meta({
        description:
          "The recipient's number in international form with its country code: `+` or `00` first, spaces allowed.",
        examples: ['+4799999999'],
      }),
    'phone-number',
  )

/** The mailbox that a message goes to. */
export const emailAddress = () =>
  field(
    z
      .string()
      .max(MEMBER_MAX_UNITS.emailAddress)
      .meta({ description: "The recipient's e-mail address: exactly one.", examples: ['ola.nordmann@example.com'] }),
    'email-address',
  )

/** The moment that a message is to be sent at. */
export const requestedSendTime = (description: string) =>
  field(
    z
      .string()
      .max(MEMBER_MAX_UNITS.moment)
      .meta({ description, examples: ['2026-12-01T09:00:00Z'], format: 'date-time' }),
    'requested-send-time',
  ).optional()

/** The address that is asked whether to send a message. */
export const conditionEndpoint = () =>
  field(
    z
      .string()
      .max(MEMBER_MAX_UNITS.address)
      .meta({
        description: words(
          () =>
            'An http or https address that is asked when the message is due; the message is sent unless the answer is `{"sendNotification": false}`.',
        ),
        examples: ['https://example.com/notifications/condition/1234'],
        format: 'uri',
      }),
    'condition-endpoint',
  ).optional()

/** What a user must be allowed to do with a resource to be told of it. An empty text is as good as none. */
export const resourceAction = () =>
  field(
    z
      .string()
      .max(MEMBER_MAX_UNITS.name)
      .meta({
        description: words(() => 'The right to the resource that a recipient needs. Left out: `read`.'),
        examples: ['read'],
      }),
    'resource-action',
    { emptyIsAbsent: true },
  ).optional()
