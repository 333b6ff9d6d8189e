import type { InboxMessage } from '../../../providers/inbox/inbox-message.ts'
import type { ExampleOrder } from '../model/example.ts'
import { KEPT_MESSAGES } from '../model/page-state.ts'

const MESSAGES = '/dev/inbox/messages'

/** A server that answered, but not as it should. */
export class UnexpectedAnswer extends Error {
  readonly status: number

  constructor(status: number) {
    super(`The server answered ${status}`)
    this.status = status
  }
}

/** Asks this service; throws `UnexpectedAnswer` where it refuses. */
export async function askInbox(path: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(path, init)
  if (!response.ok) throw new UnexpectedAnswer(response.status)
  return response
}

/** The latest of what has arrived, newest first. */
export const fetchMessages = async (): Promise<readonly InboxMessage[]> =>
  (await askInbox(`${MESSAGES}?limit=${KEPT_MESSAGES}`)).json()

/** Empties the inbox. The page hears of it as every other page does: from the inbox. */
export const emptyInbox = () => askInbox(MESSAGES, { method: 'DELETE' })

const tokens = new Map<string, Promise<string>>()

async function newToken(organization: string | undefined): Promise<string> {
  const body = organization === undefined ? undefined : JSON.stringify({ org: organization })
  const answer: { access_token: string } = await (
    await askInbox('/dev/token', { method: 'POST', ...(body && { body }) })
  ).json()
  return answer.access_token
}

/** A token of an organisation; of the test organisation where none is named. */
export function tokenFor(organization?: string): Promise<string> {
  const key = organization ?? ''
  const known = tokens.get(key)
  if (known) return known
  const fresh = newToken(organization).catch((error: unknown) => {
    tokens.delete(key)
    throw error
  })
  tokens.set(key, fresh)
  return fresh
}

/** Sends orders as any client would: with a token, over the API. */
export async function sendOrders(orders: readonly ExampleOrder[]) {
  const headers = { authorization: `Bearer ${await tokenFor()}`, 'content-type': 'application/json' }
  for (const { path, body } of orders) await askInbox(path, { method: 'POST', headers, body: JSON.stringify(body) })
}
