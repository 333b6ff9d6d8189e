import { fail, ok, type Result } from '@straks/shared'
import type * as z from 'zod'
import { NOTIFICATIONS_CREATE } from '../../auth/authenticate.ts'
import type { Failure } from '../../domain/failure.ts'
import { webhookOf } from '../../platform/objects.ts'
import type { EndpointView } from '../../webhooks/webhook-endpoint.ts'
import { readJsonBody } from '../http/json-body.ts'
import type { RequestContext } from '../http/request-context.ts'
import { type OrganizationCaller, organizationWith } from '../routing/access.ts'
import type { Body } from '../routing/body.ts'
import { problem, uuid } from '../routing/documentation.ts'

/** Webhooks are an organisation's own, under the scope that it sends with. */
export const OWNER = organizationWith(NOTIFICATIONS_CREATE)

export const WEBHOOK_ID = { id: uuid('The webhook’s id.') }

export const NOT_FOUND = { 404: problem('Your organisation has no such webhook.') }

export const notFound: Result<never, Failure> = fail({ reason: 'webhook-not-found' })

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The object of a caller's webhook; `undefined` where the id can be none. An unknown one has never heard of it. */
export function webhookAt(context: RequestContext, { organization }: OrganizationCaller, id: string) {
  context.note({ organization, webhook: UUID.test(id) ? id : undefined })
  return UUID.test(id) ? webhookOf(context.env, organization, id) : undefined
}

/** A JSON body by a schema of its own: no rule judges it. */
export const jsonBodyOf = <Schema extends z.ZodObject>(schema: Schema): Body<z.output<Schema>> => ({
  type: 'application/json',
  schema: () => schema,
  read: async (request) => {
    const body = await readJsonBody(request)
    if (!body.ok) return body
    const parsed = schema.safeParse(body.value)
    if (parsed.success) return ok(parsed.data)
    const member = parsed.error.issues[0]?.path.map(String).join('.') ?? ''
    return fail({
      reason: 'member-invalid',
      member,
      message: 'The value is missing, or is not what this member takes.',
    })
  },
})

/** A webhook as answers show it. */
export const toWebhook = ({ id, url, state, disabledReason, createdAtMs, cursor, waiting }: EndpointView) => ({
  id,
  url,
  state,
  ...(disabledReason && { disabledReason }),
  createdAt: new Date(createdAtMs).toISOString(),
  sequenceNumber: cursor,
  waiting,
})
