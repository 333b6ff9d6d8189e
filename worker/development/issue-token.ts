import { limits } from '@straks/shared'
import * as z from 'zod'
import {
  CONDITION_CHECK,
  CORRESPONDENCE_READ,
  CORRESPONDENCE_WRITE,
  NOTIFICATIONS_CREATE,
  OPERATE,
} from '../auth/authenticate.ts'
import { organizationNumberOf } from '../correspondence/names.ts'
import { defineDevelopmentRoute } from './define-development-route.ts'
import { LOCAL_ISSUER, localIssuer } from './local-issuer-keys.ts'
import { readJsonBody } from './read-json.ts'

/** Every scope the API knows. */
const ALL_SCOPES = [NOTIFICATIONS_CREATE, CORRESPONDENCE_WRITE, CORRESPONDENCE_READ, CONDITION_CHECK, OPERATE].join(' ')

/** Altinn's own test organisation, which sends under the number of Digdir. */
const TEST_ORGANIZATION = 'ttd'
const TEST_NUMBER = '991825827'

/** Long enough for a working day. */
const DEFAULT_EXPIRES_IN_SECONDS = 43_200

/** UTF-16 units of a list of scopes: a token with it still fits a header. */
const SCOPES_MAX_UNITS = 4_096

const TokenRequest = z.object({
  org: z.string().max(limits.MEMBER_MAX_UNITS.name).default(TEST_ORGANIZATION),
  scope: z.string().max(SCOPES_MAX_UNITS).default(ALL_SCOPES),
  expiresIn: z.int().default(DEFAULT_EXPIRES_IN_SECONDS),
  /** Nine digits. Left out: those that the settings give the organisation, else those of the test organisation, else none. */
  orgNumber: z
    .string()
    .regex(/^\d{9}$/)
    .optional(),
  /** The national identity number of a person: makes a token such as ID-porten’s. */
  pid: z
    .string()
    .regex(/^\d{11}$/)
    .optional(),
})

/**
 * `POST /dev/token`: a token of the local issuer. docs/development.md. An empty `org` makes one that names no
 * organisation.
 */
export const issueToken = defineDevelopmentRoute(
  'POST',
  '/token',
  'Get a token of the local issuer',
  async ({ request, context: { env, config } }) => {
    const wanted = TokenRequest.safeParse(await readJsonBody(request, {}))
    if (!wanted.success)
      return Response.json(
        {
          error: 'invalid_request',
          error_description: 'The body takes "org", "orgNumber", "pid", "scope" and "expiresIn" (seconds).',
        },
        { status: 400 },
      )
    const { org, scope, expiresIn, orgNumber, pid } = wanted.data
    const number =
      orgNumber ??
      organizationNumberOf(config.organizationCodes, org) ??
      (org === TEST_ORGANIZATION ? TEST_NUMBER : undefined)
    const claims = {
      scope,
      ...(org !== '' && { 'urn:altinn:org': org }),
      ...(number !== undefined && { 'urn:altinn:orgNumber': number }),
      ...(pid !== undefined && { pid }),
    }
    const access_token = await localIssuer(env).sign(LOCAL_ISSUER, claims, expiresIn)
    return Response.json(
      { access_token, token_type: 'Bearer', expires_in: expiresIn },
      { headers: { 'cache-control': 'no-store' } },
    )
  },
)
