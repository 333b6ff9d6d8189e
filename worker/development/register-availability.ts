import * as z from 'zod'
import { PartyStore } from '../registers/embedded/party-store.ts'
import { defineDevelopmentRoute } from './define-development-route.ts'
import { readJsonBody } from './read-json.ts'
import { badRequest } from './register-error.ts'
import { endOutage, startOutage } from './register-outage.ts'

const Body = z.strictObject({ available: z.boolean() })

/** `PUT /dev/register/availability` `{"available": false}`: an outage of the embedded register, until it is mended. */
export const changeRegisterAvailability = defineDevelopmentRoute(
  'PUT',
  '/register/availability',
  'Make the embedded register unavailable, or available again',
  async ({ request, context: { env } }) => {
    const wanted = Body.safeParse(await readJsonBody(request))
    if (!wanted.success) return badRequest('The body takes "available" (true or false).')
    const { available } = wanted.data
    if (available) await endOutage(env.REGISTER_DATABASE)
    else {
      // A lookup creates the table that is put aside, unless it is aside already.
      await new PartyStore(env.REGISTER_DATABASE).find('person', '').catch(() => undefined)
      await startOutage(env.REGISTER_DATABASE)
    }
    return Response.json({ available })
  },
)
