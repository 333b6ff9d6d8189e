import { refuse } from '../../http/exchange.ts'
import { SENDER_OR_RECIPIENT } from './caller-of.ts'
import { onCorrespondence } from './on-correspondence.ts'
import { refusalOf } from './refusals.ts'

/**
 * `DELETE /{id}/purge`: the sender takes it back before it is published, the recipient throws it away afterwards.
 * Whatever of its notifications has not been sent never is. Seed 004, "Kansellering av varsling".
 */
export const purgeCorrespondence = onCorrespondence(
  SENDER_OR_RECIPIENT,
  async ({ exchange, caller, correspondenceId, object }) => {
    const purged = await object.purge(caller)
    return purged.ok ? Response.json(correspondenceId) : refuse(exchange, refusalOf(purged.failure))
  },
)
