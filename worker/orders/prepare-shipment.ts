import type { Turns } from '../delivery/turns.ts'
import { deliveriesOf, directContact } from '../domain/preparation.ts'
import type { DueShipment, Preparation } from '../durable-objects/ledger/exchange.ts'
import type { Services } from '../http/exchange.ts'
import { ask } from './condition.ts'
import { lookUp } from './look-up.ts'
import { isSimulated } from './simulated.ts'

/**
 * Finds out what becomes of a shipment that has fallen due: whether its condition holds, who its recipient is, and which
 * messages that makes. A condition that does not answer twice does not stop it. `spec/notifications.md` 7.5, 7.6.
 */
export async function prepareShipment(
  env: Env,
  { config, register }: Services,
  { plan, unansweredConditions }: DueShipment,
  turns: Turns,
): Promise<Preparation> {
  const { condition, recipient } = plan
  const answer = condition ? await turns.take(() => ask(env, config, condition)) : 'send'
  if (answer === 'do-not-send') return { kind: 'condition-not-met' }
  if (answer === 'unanswered' && unansweredConditions === 0)
    return { kind: 'obstacle', obstacle: 'condition-unanswered' }
  const contact = directContact(recipient) ?? (await turns.take(() => lookUp(register, recipient)))
  if (contact === 'unavailable') return { kind: 'obstacle', obstacle: 'register-unavailable' }
  const deliveries = deliveriesOf(plan, contact).map((delivery) => ({
    ...delivery,
    simulated: delivery.kind === 'send' && isSimulated(config, delivery.channel, delivery.destination),
  }))
  return { kind: 'deliveries', deliveries }
}
