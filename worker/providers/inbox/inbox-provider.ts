import { inboxOf } from '../../durable-objects/objects.ts'
import type { Provider } from '../provider.ts'
import { INBOX_PROVIDER } from './name.ts'

/** The embedded provider: delivers to the inbox of this deployment instead of to a network. */
export const inboxProvider = (env: Env): Provider => ({
  name: INBOX_PROVIDER,
  honoursReferences: true,
  send: (message) => inboxOf(env).take(message),
})
