import { refuse } from '../../http/exchange.ts'
import { RECIPIENT } from './caller-of.ts'
import { onCorrespondence } from './on-correspondence.ts'
import { refusalOf } from './refusals.ts'

/** `POST /{id}/markasread`: the recipient has read it, so that no reminder is sent. Seed 004. */
export const markAsRead = onCorrespondence(RECIPIENT, async ({ exchange, caller, correspondenceId, object }) => {
  const read = await object.read(caller)
  return read.ok ? Response.json(correspondenceId) : refuse(exchange, refusalOf(read.failure))
})
