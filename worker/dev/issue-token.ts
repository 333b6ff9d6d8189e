import * as z from 'zod'
import {
  CONDITION_CHECK,
  CORRESPONDENCE_READ,
  CORRESPONDENCE_WRITE,
  NOTIFICATIONS_CREATE,
} from '../auth/authenticate.ts'
import type { Exchange } from '../http/exchange.ts'
import { LOCAL_ISSUER, localIssuer } from './local-issuer-keys.ts'

/** Every scope the API knows. */
const ALL_SCOPES = [NOTIFICATIONS_CREATE, CORRESPONDENCE_WRITE, CORRESPONDENCE_READ, CONDITION_CHECK].join(' ')

/** Long enough for a working day. */
const DEFAULT_EXPIRES_IN_SECONDS = 43_200

const TokenRequest = z.object({
  org: z.string().default('ttd'),
  scope: z.string().default(ALL_SCOPES),
  expiresIn: z.int().default(DEFAULT_EXPIRES_IN_SECONDS),
})

/** `POST /dev/token`: a token of the local issuer. Design 3.2. An empty `org` makes one that names no organisation. */
export async function issueToken(request: Request, { env }: Exchange): Promise<Response> {
  const text = await request.text()
  const wanted = TokenRequest.safeParse(text.trim() === '' ? {} : parseOrNothing(text))
  if (!wanted.success)
    return Response.json(
      { error: 'invalid_request', error_description: 'The body takes "org", "scope" and "expiresIn" (seconds).' },
      { status: 400 },
    )
  const { org, scope, expiresIn } = wanted.data
  const claims = { scope, ...(org !== '' && { 'urn:altinn:org': org }) }
  const access_token = await localIssuer(env).sign(LOCAL_ISSUER, claims, expiresIn)
  return Response.json(
    { access_token, token_type: 'Bearer', expires_in: expiresIn },
    { headers: { 'cache-control': 'no-store' } },
  )
}

function parseOrNothing(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
