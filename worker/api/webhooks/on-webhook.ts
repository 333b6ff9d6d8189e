import { fail, type Result } from '@straks/shared'
import { NOTIFICATIONS_CREATE } from '../../auth/authenticate.ts'
import type { Failure } from '../../domain/failure.ts'
import { webhookOf } from '../../platform/objects.ts'
import type { EndpointView } from '../../webhooks/endpoint.ts'
import type { RequestContext } from '../http/request-context.ts'
import { type OrganizationCaller, organizationWith } from '../routing/access.ts'
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
  // A test or a replay waits, though nothing of the organisation has ended lately.
  const news = context.organizations.note(context.env, organization)
  if (news) context.afterwards(news)
  return UUID.test(id) ? webhookOf(context.env, organization, id) : undefined
}

/** A webhook as answers show it. */
export const toWebhook = ({ id, url, state, disabledReason, createdAtMs, cursor, waiting }: EndpointView) => ({
  id,
  ...(url !== undefined && { url }),
  state,
  ...(disabledReason && { disabledReason }),
  ...(createdAtMs !== undefined && { createdAt: new Date(createdAtMs).toISOString() }),
  sequenceNumber: cursor,
  waiting,
})
