import { instantEmail } from '@straks/shared'
import { described } from '#described'
import { instantEmailMessage } from '../../domain/instant-message.ts'
import { defineInstantRoute } from './send-instant.ts'

/** `POST /future/orders/instant/email`: one e-mail to one recipient, at once. docs/altinn/notifications.md §3.1. */
export const sendInstantEmail = defineInstantRoute('/future/orders/instant/email', instantEmail, instantEmailMessage, {
  documentation: described(() => ({
    id: 'sendInstantEmail',
    summary: 'Send an e-mail at once',
    description: 'Sends one e-mail to one recipient. An HTML mail gets a plain-text alternative.',
  })),
})
