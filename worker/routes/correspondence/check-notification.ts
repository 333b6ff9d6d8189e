import { authenticateAny, CONDITION_CHECK, CORRESPONDENCE_READ, CORRESPONDENCE_WRITE } from '../../auth/authenticate.ts'
import { parseCorrespondenceId } from '../../correspondence/correspondence-id.ts'
import type { Phase } from '../../correspondence/lifecycle.ts'
import { correspondenceOf } from '../../durable-objects/objects.ts'
import { type Exchange, refuse } from '../../http/exchange.ts'
import type { RouteRequest } from '../../http/route-request.ts'

/** Altinn's notification service asks with a scope of its own; sender and recipient may ask too. */
const SCOPES = [CONDITION_CHECK, CORRESPONDENCE_READ, CORRESPONDENCE_WRITE] as const

/**
 * `GET /{id}/notification/check` and `…/check/main`: whether the reminder, or the first notification, may be sent now.
 * Of an unknown correspondence none may; that is no 404. `spec/correspondence.md` 4.5.
 */
export const checkNotification =
  (phase: Phase) =>
  async (request: RouteRequest, exchange: Exchange): Promise<Response> => {
    const principal = await authenticateAny(request, exchange.verifier, SCOPES, Date.now())
    if (!principal.ok) return refuse(exchange, principal.failure)
    const id = parseCorrespondenceId(request.params.id)
    const sendNotification = id !== undefined && (await correspondenceOf(exchange.env, id).mayNotify(phase))
    exchange.note({ correspondenceId: id, phase, sendNotification })
    return Response.json({ sendNotification })
  }
