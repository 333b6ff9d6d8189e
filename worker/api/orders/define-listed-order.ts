import { type DocumentKind, fail, ok } from '@straks/shared'
import type * as z from 'zod'
import { described } from '#described'
import { NOTIFICATIONS_CREATE } from '../../auth/authenticate.ts'
import type { ToPlan } from '../../domain/listed-order-request.ts'
import { toUuid } from '../../domain/order-id.ts'
import { lookUpRecipients, newAddress, placeListedOrder } from '../../orders/place-listed-order.ts'
import { log } from '../../platform/log.ts'
import { missedCountries, passFences } from '../fences/pass-fences.ts'
import { TOO_MANY } from '../fences/too-many.ts'
import { organizationWith } from '../routing/access.ts'
import { judged } from '../routing/body.ts'
import { type Documentation, json } from '../routing/documentation.ts'
import { defineRoute, type Route } from '../routing/route.ts'
import { askOfMany, phoneNumbersOf } from './fenced-order.ts'
import { orderUrl } from './order-document.ts'

const DESCRIPTION =
  'Goes to 1 to 1,000 recipients: addresses, or persons and organisations whose addresses are in a register. An order is accepted even if some or all of them cannot be reached; the answer names those. It has no idempotency key: posted twice, it is sent twice.'

/**
 * Declares one route that orders a message to several recipients. docs/altinn/notifications.md §2.2.
 *
 * The recipients are looked up beside the storing of the order: what is found is told, and decides nothing.
 */
export const defineListedOrderRoute = <Schema extends z.ZodType>(
  path: string,
  kind: DocumentKind<Schema>,
  toPlan: ToPlan<z.output<Schema>>,
  { id, summary }: Pick<Documentation, 'id' | 'summary'>,
): Route =>
  defineRoute({
    method: 'POST',
    path,
    access: organizationWith(NOTIFICATIONS_CREATE),
    body: judged(kind, 'listed-order'),
    documentation: described(() => ({
      id,
      summary,
      description: DESCRIPTION,
      answers: { 202: json('Accepted and stored.', 'ListedOrderAnswer', 'OrderLocation'), 429: TOO_MANY },
    })),
    handle: async ({ caller: { organization }, body, context }) => {
      const { env, config, trace, register } = context
      const plan = toPlan(body.request, config.defaultSenders, Date.now())
      const address = newAddress()
      const orderId = toUuid(address)
      context.note({ organization, shipmentId: orderId })
      const countries = missedCountries(context, organization, phoneNumbersOf(plan.recipient))
      if (countries) return fail(body.refuseBeyond(countries))
      const passed = await passFences(context, organization, askOfMany(address.orderKey, plan.recipient))
      if (!passed.ok) return passed
      const [, recipientLookup] = await Promise.all([
        placeListedOrder(env, organization, { address, plan, traceId: trace.traceId }),
        lookUpRecipients(register, plan),
      ])
      passed.value.keep()
      const news = context.organizations.note(env, organization, address.orderKey)
      if (news) context.afterwards(news)
      const recipients = plan.recipient.kind === 'list' ? plan.recipient.recipients.length : 1
      log('info', 'order', { organization, shipmentId: orderId, recipients })
      return ok(
        Response.json(
          { orderId, ...(recipientLookup && { recipientLookup }) },
          { status: 202, headers: { location: orderUrl(config.publicUrl, orderId) } },
        ),
      )
    },
  })
