/**
 * @import { InboxMessage } from '../../providers/inbox/inbox-message.ts'
 * @import { ExampleOrder } from '../model/example.js'
 */

import { KEPT_MESSAGES } from '../model/page-state.js'

const MESSAGES = '/dev/inbox/messages'

/** A server that answered, but not as it should. */
export class UnexpectedAnswer extends Error {
  /** @param {number} status */
  constructor(status) {
    super(`The server answered ${status}`)
    this.status = status
  }
}

/** @param {string} path @param {RequestInit} [init] @returns {Promise<Response>} */
async function ask(path, init) {
  const response = await fetch(path, init)
  if (!response.ok) throw new UnexpectedAnswer(response.status)
  return response
}

/** The latest of what has arrived, newest first. @returns {Promise<readonly InboxMessage[]>} */
export const fetchMessages = async () => (await ask(`${MESSAGES}?limit=${KEPT_MESSAGES}`)).json()

/** Empties the inbox. The page hears of it as every other page does: from the inbox. */
export const emptyInbox = () => ask(MESSAGES, { method: 'DELETE' })

/**
 * Sends orders as any client would: with a token, over the API.
 *
 * @param {readonly ExampleOrder[]} orders
 */
export async function sendOrders(orders) {
  const { access_token } = await (await ask('/dev/token', { method: 'POST' })).json()
  const headers = { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' }
  for (const { path, body } of orders) await ask(path, { method: 'POST', headers, body: JSON.stringify(body) })
}
