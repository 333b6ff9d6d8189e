import { instantEmail } from '@straks/shared'
import { instantEmailMessage } from '../domain/instant-message.ts'
import { sendInstant } from './send-instant.ts'

/** `POST /future/orders/instant/email`: one e-mail to one recipient, at once. Seed 000. */
export const sendInstantEmail = sendInstant(instantEmail, instantEmailMessage)
