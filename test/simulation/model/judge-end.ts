import { isDeepStrictEqual } from 'node:util'
import type { ProviderKind } from '../world/providers.ts'
import { LIED_STATUS } from '../world/providers.ts'
import { type Delivery, type Entry, type Facts, hasLostClaim, isFinal, type Shipment, type Shown } from './facts.ts'

/** How many copies of a message there may be. */
function mostCopies(delivery: Delivery, providers: readonly ProviderKind[], redrives: number): number {
  if (providers.length === 1 && providers[0]?.honoursReferences) return 1
  return (hasLostClaim(delivery) || delivery.isDoubtful ? 2 : 1) + redrives
}

function* judgeDelivery(
  delivery: Delivery,
  { status, uncertain }: Shown['recipients'][number],
  providers: readonly ProviderKind[],
  redrives: number,
): Generator<string> {
  const { copies, asks, isConfirmed } = delivery
  if (copies.length > mostCopies(delivery, providers, redrives))
    yield `was sent ${copies.length} times, by ${copies.join(' and ')}`
  if (status.endsWith('_Delivered') && copies.length === 0) yield 'is said to be delivered, and no provider had it'
  if (status.endsWith('_TTL') && copies.length > 0 && !isConfirmed && !uncertain)
    yield 'ran out of time as if no provider had it, and one has'
  const lied = status === LIED_STATUS.sms || status === LIED_STATUS.email
  if (lied && redrives === 0 && !hasLostClaim(delivery) && new Set(asks.map(({ provider }) => provider)).size < 2)
    yield 'was ended by a provider that never had it'
}

/** What is wrong with how a shipment ended. */
export function* judgeShipment(
  shipment: Shipment,
  shown: Shown,
  facts: Facts,
  providersOf: (channel: 'sms' | 'email') => readonly ProviderKind[],
): Generator<string> {
  if (!isFinal(shown.status)) yield `never ended: it is ${shown.status}`
  const { shipmentId } = shipment
  const deliveries = facts.ofShipment(shipmentId)
  const redrives = facts.redrives.get(shipmentId) ?? 0
  for (const recipient of shown.recipients) {
    if (!isFinal(recipient.status)) yield `never ended: it is ${recipient.status}`
    const delivery = deliveries.find(({ asks }) => asks.some(({ to }) => to === recipient.destination))
    if (delivery)
      yield* judgeDelivery(
        delivery,
        recipient,
        providersOf(recipient.status.startsWith('SMS') ? 'sms' : 'email'),
        redrives,
      )
    else if (!facts.mayBeErased.has(shipmentId) && recipient.status.endsWith('_Delivered'))
      yield 'is said to be delivered, and no provider was asked'
  }
}

const inWords = ({ recipients }: Pick<Shown, 'recipients'>) =>
  recipients.map(({ destination, status }) => `${destination} ${status}`).join(', ')

/** What is wrong with a feed: with its numbers, with what it says, and with what it leaves out. */
export function* judgeFeed(feed: readonly Entry[], shipments: readonly Shipment[]): Generator<string> {
  for (const [index, { sequenceNumber }] of feed.entries())
    if (sequenceNumber !== index + 1) yield `the feed's entry ${index + 1} has the number ${sequenceNumber}`
  const byId = new Map(feed.map((entry) => [entry.shipmentId, entry]))
  if (byId.size < feed.length) yield `the feed tells of ${feed.length - byId.size} shipments twice`
  for (const { shipmentId, shown } of shipments) {
    const entry = byId.get(shipmentId)
    if (!entry) yield `${shipmentId} is not in the feed`
    else if (shown && inWords(entry) !== inWords(shown))
      yield `${shipmentId} is another in the feed: ${inWords(entry)} / ${inWords(shown)}`
  }
}

const withoutDestinations = (entry: Entry): Entry => ({
  ...entry,
  recipients: entry.recipients.map((recipient) => ({ ...recipient, destination: '' })),
})

/** What is wrong with what a webhook was brought of a feed. Of whom was erased it was brought more than is left. */
export function* judgeWebhook(
  feed: readonly Entry[],
  received: ReadonlyMap<number, Entry>,
  mayBeErased: ReadonlySet<string>,
): Generator<string> {
  for (const entry of feed) {
    const brought = received.get(entry.sequenceNumber)
    const told = mayBeErased.has(entry.shipmentId) ? withoutDestinations : (whole: Entry) => whole
    if (!brought) yield `the webhook was never brought entry ${entry.sequenceNumber}`
    else if (!isDeepStrictEqual(told(brought), told(entry)))
      yield `the webhook was brought another entry ${entry.sequenceNumber}`
  }
  if (received.size > feed.length) yield 'the webhook was brought entries that the feed does not have'
}
