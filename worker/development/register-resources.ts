import { limits } from '@straks/shared'
import * as z from 'zod'
import { ResourceStore } from '../registers/embedded/resource-store.ts'
import { defineDevelopmentRoute } from './define-development-route.ts'
import { badRequest, whileAvailable } from './register-error.ts'

const name = z.string().min(1).max(limits.MEMBER_MAX_UNITS.name).optional()

const Names = z.strictObject({ nb: name, nn: name, en: name })

/** `PUT /dev/register/resources/{resourceId}`: the names of a resource. docs/registers.md. */
export const storeResource = defineDevelopmentRoute(
  'PUT',
  '/register/resources/{resourceId}',
  'Store the names of a resource',
  ({ params: { resourceId }, request, context: { env } }) =>
    whileAvailable(async () => {
      const names = Names.safeParse(await request.json().catch(() => undefined))
      if (!names.success || resourceId.length > limits.MESSAGE_MAX_UNITS.resourceId)
        return badRequest('The body takes "nb", "nn" and "en".')
      const { nb, nn, en } = names.data
      await new ResourceStore(env.REGISTER_DATABASE).save(resourceId, {
        ...(nb !== undefined && { nb }),
        ...(nn !== undefined && { nn }),
        ...(en !== undefined && { en }),
      })
      return new Response(null, { status: 204 })
    }),
)
