import { instantSms } from '@straks/shared'
import { described } from '#described'
import { instantSmsMessage } from '../../domain/instant-message.ts'
import { defineInstantRoute } from './send-instant.ts'

/** `POST /future/orders/instant/sms`: one SMS to one recipient, at once. docs/altinn/notifications.md §3.1. */
export const sendInstantSms = defineInstantRoute('/future/orders/instant/sms', instantSms, instantSmsMessage, {
  documentation: described(() => ({
    id: 'sendInstantSms',
    summary: 'Send an SMS at once',
    description: 'Sends one SMS to one recipient. The key makes retries safe: the message is sent once.',
  })),
})
