import { refuse } from '../../http/exchange.ts'
import { RECIPIENT } from './caller-of.ts'
import { onCorrespondence } from './on-correspondence.ts'
import { refusalOf } from './refusals.ts'

/** `POST /{id}/confirm`: the recipient confirms it. Its reminder goes out all the same: confirmed is not read. */
export const confirmCorrespondence = onCorrespondence(
  RECIPIENT,
  async ({ exchange, caller, correspondenceId, object }) => {
    const confirmed = await object.confirm(caller)
    return confirmed.ok ? Response.json(correspondenceId) : refuse(exchange, refusalOf(confirmed.failure))
  },
)
