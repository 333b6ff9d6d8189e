import { toUuid } from '../domain/order-id.ts'
import { type Bar, type Contact, deliveriesOf, emailsOf } from '../domain/preparation.ts'
import { recipientsOf } from '../domain/recipient-list.ts'
import type { DueShipment, Preparation } from '../ledger/contract.ts'
import type { Config } from '../platform/config.ts'
import type { Limiter } from '../platform/limiter.ts'
import { log } from '../platform/log.ts'
import type { Register } from '../registers/register.ts'
import type { SuppressedAddresses } from '../suppressions/suppressed-addresses.ts'
import { askConditionOf } from './condition.ts'
import { countryBar } from './country-bar.ts'
import { lookUpAll } from './look-up.ts'
import { isSimulated } from './simulated.ts'
import { isToldElsewhere } from './told-elsewhere.ts'

/** What preparing a shipment needs, made once from the settings. */
export type PreparationServices = {
  readonly config: Config
  readonly register: Register
  readonly suppressed: SuppressedAddresses
}

/** Looks up those recipients of a shipment that are still to be. */
async function findRecipients({ plan, left }: DueShipment, register: Register, limiter: Limiter) {
  const recipients = recipientsOf(plan.recipient)
  const sought = left ?? recipients.map((_, index) => index)
  const found = await lookUpAll(
    register,
    sought.flatMap((index) => recipients[index] ?? []),
    limiter,
  )
  const contacts = new Map<number, Contact>()
  const unavailable: number[] = []
  for (const [at, index] of sought.entries()) {
    const contact = found[at] ?? 'unavailable'
    if (contact === 'unavailable') unavailable.push(index)
    else contacts.set(index, contact)
  }
  return { contacts, unavailable }
}

/**
 * Decides about a shipment that is due: whether its condition is met, whether its address is told anyway, who its
 * recipients are, and which messages that makes. A condition that does not answer twice does not stop it, and a recipient whose register does not
 * answer keeps none of the others waiting.
 * docs/altinn/notifications.md §7.5, §7.6.
 */
export async function prepareShipment(
  env: Env,
  organization: string,
  { config, register, suppressed, limiter }: PreparationServices & { readonly limiter: Limiter },
  shipment: DueShipment,
): Promise<Preparation> {
  const { plan, unansweredConditions, left } = shipment
  const condition = left ? undefined : plan.condition
  const answer = condition ? await limiter.run(() => askConditionOf(env, config, condition)) : 'send'
  if (answer === 'do-not-send') return { kind: 'condition-not-met' }
  if (answer === 'unanswered' && unansweredConditions === 0)
    return { kind: 'obstacle', obstacle: 'condition-unanswered' }
  const barFor = async (emails: readonly string[]): Promise<Bar> => {
    const gone = await suppressed.among(env, organization, emails)
    const barsCountry = countryBar(config, organization)
    return (channel, address) =>
      channel === 'email' && gone.has(address) ? 'suppressed' : barsCountry(channel, address)
  }
  const isTold = await isToldElsewhere(shipment, register, limiter, barFor)
  if (isTold === 'unavailable') return { kind: 'obstacle', obstacle: 'register-unavailable' }
  if (isTold) return { kind: 'condition-not-met' }
  const { contacts, unavailable } = await findRecipients(shipment, register, limiter)
  if (contacts.size === 0) return { kind: 'obstacle', obstacle: 'register-unavailable' }
  const barred = await barFor([...contacts.values()].flatMap(emailsOf))
  const deliveries = deliveriesOf(plan, contacts, barred).map((delivery) => ({
    ...delivery,
    simulated: delivery.kind === 'send' && isSimulated(config, delivery.channel, delivery.destination),
  }))
  for (const delivery of deliveries)
    if (delivery.kind === 'failed' && delivery.reason)
      log('warn', 'not-sent', { organization, shipmentId: toUuid(shipment.address), reason: delivery.reason })
  return { kind: 'deliveries', deliveries, left: unavailable }
}
