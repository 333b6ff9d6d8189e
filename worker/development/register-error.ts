import { logError } from '../platform/log.ts'

/** A refusal of the development routes, in the words of the token route. */
export const badRequest = (description: string): Response =>
  Response.json({ error: 'invalid_request', error_description: description }, { status: 400 })

/** Runs a route of the embedded register; where the database is away, as in an outage of our own making, it says so. */
export async function whileAvailable(route: () => Promise<Response>): Promise<Response> {
  try {
    return await route()
  } catch (error) {
    logError('register-unavailable', error, { register: 'embedded' })
    const error_description =
      'The register is unavailable. PUT /dev/register/availability {"available": true} mends it.'
    return Response.json({ error: 'register_unavailable', error_description }, { status: 503 })
  }
}
