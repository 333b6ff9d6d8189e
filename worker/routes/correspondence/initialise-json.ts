import { authenticate, CORRESPONDENCE_WRITE } from '../../auth/authenticate.ts'
import { type Exchange, refuse } from '../../http/exchange.ts'
import { readJsonBody } from '../../http/json-body.ts'
import { initialise } from './initialise.ts'

/** `POST /correspondence/api/v1/correspondence`: a message to one or more recipients. Seed 004. */
export async function initialiseFromJson(request: Request, exchange: Exchange): Promise<Response> {
  const principal = await authenticate(request, exchange.verifier, CORRESPONDENCE_WRITE, Date.now())
  if (!principal.ok) return refuse(exchange, principal.failure)
  const body = await readJsonBody(request)
  return body.ok ? initialise(exchange, principal.value, body.value) : refuse(exchange, body.failure)
}
