import * as z from 'zod'
import type { Exchange } from '../http/exchange.ts'
import { PartyStore } from '../registers/embedded/party-store.ts'
import { badRequest } from './register-error.ts'
import { setAvailability } from './register-outage.ts'

const Body = z.strictObject({ available: z.boolean() })

/** `PUT /dev/register/availability` `{"available": false}`: an outage of the embedded register, until it is mended. */
export async function changeRegisterAvailability(request: Request, { env }: Exchange): Promise<Response> {
  const wanted = Body.safeParse(await request.json().catch(() => undefined))
  if (!wanted.success) return badRequest('The body takes "available" (true or false).')
  const { available } = wanted.data
  // The table there must be to put aside: a lookup of nobody makes it, unless it is aside already.
  if (!available) await new PartyStore(env.REGISTER_DATABASE).find('person', '').catch(() => undefined)
  await setAvailability(env.REGISTER_DATABASE, available)
  return Response.json({ available })
}
