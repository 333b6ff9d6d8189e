import * as z from 'zod'
import { INBOX_PROVIDER } from '../../domain/inbox-provider.ts'
import { inboxOf } from '../../platform/objects.ts'
import type { Provider, ProviderDeclaration } from '../provider.ts'

/** The embedded provider: delivers to the inbox of this deployment instead of to a network. */
export const inboxProvider = (env: Env): Provider => ({
  name: INBOX_PROVIDER,
  honoursReferences: true,
  send: (message) => inboxOf(env).take(message),
})

/** The inbox, for development and tests. */
export const inbox: ProviderDeclaration = {
  name: INBOX_PROVIDER,
  channels: ['sms', 'email'],
  settings: z.object({}),
  create: inboxProvider,
}
