import * as z from 'zod'
import { PartyStore } from '../registers/embedded/party-store.ts'
import { defineDevelopmentRoute } from './define-development-route.ts'
import { readJson } from './read-json.ts'
import { badRequest } from './register-error.ts'
import { setAvailability } from './register-outage.ts'

const Body = z.strictObject({ available: z.boolean() })

/** `PUT /dev/register/availability` `{"available": false}`: an outage of the embedded register, until it is mended. */
export const changeRegisterAvailability = defineDevelopmentRoute(
  'PUT',
  '/register/availability',
  'Make the embedded register unavailable, or available again',
  async ({ request, context: { env } }) => {
    const wanted = Body.safeParse(await readJson(request))
    if (!wanted.success) return badRequest('The body takes "available" (true or false).')
    const { available } = wanted.data
    // The table there must be to put aside: a lookup that finds nothing creates it, unless it is aside already.
    if (!available) await new PartyStore(env.REGISTER_DATABASE).find('person', '').catch(() => undefined)
    await setAvailability(env.REGISTER_DATABASE, available)
    return Response.json({ available })
  },
)
