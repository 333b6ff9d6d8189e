import type { Provider } from '../provider.ts'
import { INBOX_NAME, INBOX_PROVIDER } from './name.ts'

/** The embedded provider: delivers to the inbox of this deployment instead of to a network. */
export const inboxProvider = (env: Env): Provider => ({
  name: INBOX_PROVIDER,
  send: (message) => env.INBOX.getByName(INBOX_NAME).take(message),
})
