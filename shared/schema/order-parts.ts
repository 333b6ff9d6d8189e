import * as z from 'zod'
import { field } from './field.ts'

/** A key that names one message: the same key never sends twice. Free text, case-sensitive, as Altinn reads it. */
export const idempotencyId = () =>
  field(
    z.string().meta({
      description:
        'A value of your own that is unique to this message. Send the same one again when you retry: the message goes out once.',
      examples: ['94e9d0f6-7a3d-4a20-b5a7-445fb207f9bb'],
      minLength: 1,
    }),
    'idempotency-id',
  )

/** The sender's own name for the message, for the sender's logs. */
export const sendersReference = () =>
  field(
    z.string().meta({
      description:
        'A name of your own for the message, returned with its status. Keep codes and personal data out of it.',
      examples: ['otp-login-2024-09-30-1234'],
    }),
    'senders-reference',
  ).optional()

/** The telephone that a message goes to. */
export const phoneNumber = () =>
  field(
    z.string().meta({
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
      .meta({ description: "The recipient's e-mail address: exactly one.", examples: ['ola.nordmann@example.com'] }),
    'email-address',
  )

/** The moment that a message is to be sent at. */
export const requestedSendTime = (description: string) =>
  field(
    z.string().meta({ description, examples: ['2026-12-01T09:00:00Z'], format: 'date-time' }),
    'requested-send-time',
  ).optional()
