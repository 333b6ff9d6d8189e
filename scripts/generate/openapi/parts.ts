import type * as z from 'zod'
import type { ZodOpenApiMediaTypeObject, ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from 'zod-openapi'
import { Problem } from '../../../shared/schema/answers/index.ts'
import {
  CONDITION_CHECK,
  CORRESPONDENCE_READ,
  CORRESPONDENCE_WRITE,
  NOTIFICATIONS_CREATE,
} from '../../../worker/auth/authenticate.ts'
import { API_PATH } from '../../../worker/routes/paths.ts'

/** Where today's notification API lies; what v1's clients know lies beside it. */
export const FUTURE = `${API_PATH}/future`

/** A bearer token with one of the scopes: any of the alternatives will do. */
const withScope = (...scopes: readonly string[]) => scopes.map((scope) => ({ bearer: [scope] }))

export const TO_NOTIFY = withScope(NOTIFICATIONS_CREATE)
export const AS_SENDER = withScope(CORRESPONDENCE_WRITE)
export const AS_RECIPIENT = withScope(CORRESPONDENCE_READ)
export const AS_SENDER_OR_RECIPIENT = withScope(CORRESPONDENCE_WRITE, CORRESPONDENCE_READ)
export const TO_CHECK = withScope(CONDITION_CHECK, CORRESPONDENCE_WRITE, CORRESPONDENCE_READ)

/** An answer in JSON. */
export const json = (
  description: string,
  schema: z.ZodType,
  headers?: z.ZodObject,
): ZodOpenApiResponseObject & { readonly content: Record<string, ZodOpenApiMediaTypeObject> } => ({
  description,
  ...(headers && { headers }),
  content: { 'application/json': { schema } },
})

/** A refusal. */
export const problem = (description: string): ZodOpenApiResponseObject => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
})

/** What every route that wants a token may answer. */
export const REFUSED_CALLER = {
  '401': problem('The bearer token is missing or not valid.'),
  '403': problem('The token lacks the scope, or names no organisation.'),
} as const satisfies ZodOpenApiResponsesObject

/** What every route that stores or looks up something may answer. */
export const AWAY = {
  '503': problem('The service cannot store or look up anything right now. Send the request again, with the same key.'),
} as const satisfies ZodOpenApiResponsesObject

/** What every route that takes JSON may answer. */
export const REFUSED_BODY = {
  '400': problem('The body is not JSON, or breaks a rule: `errors` and `findings` tell which.'),
  '413': problem('The body is larger than 256 KiB.'),
  '415': problem('The body is not `application/json`.'),
} as const satisfies ZodOpenApiResponsesObject
