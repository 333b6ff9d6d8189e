import type { Deployment } from '../platform/deployment.ts'
import type { Client } from '../world/clients.ts'
import type { Scenario } from '../world/scenario.ts'
import { type Facts, isFinal } from './facts.ts'
import { judgeFeed, judgeShipment, judgeWebhook } from './judge-end.ts'
import { secretsLeft, stillNamed } from './search-disks.ts'

type Ended = {
  readonly facts: Facts
  readonly clients: readonly Client[]
  readonly deployment: Deployment
  readonly scenario: Scenario
  readonly fault: (sentence: string) => void
}

/** Judges a history when everything has had time to end, through the same door as any client. */
export async function judgeAtTheEnd({ facts, clients, deployment, scenario, fault }: Ended): Promise<void> {
  for (const client of clients) {
    const own = [...facts.shipments.values()].filter(({ organization }) => organization === client.organization)
    for (const shipment of own) {
      const shown = await client.shipment(shipment.shipmentId)
      if (!shown) {
        fault(`${shipment.shipmentId} was accepted, and is not known`)
        continue
      }
      if (shipment.shown && isFinal(shipment.shown.status) && shipment.shown.status !== shown.status)
        fault(`${shipment.shipmentId} was ${shipment.shown.status} for good, and is ${shown.status}`)
      shipment.shown = shown
      for (const wrong of judgeShipment(shipment, shown, facts, (channel) => scenario.providers[channel]))
        fault(`${shipment.shipmentId} ${wrong}`)
    }
    const feed = await client.feed()
    if (!feed) fault('the feed cannot be read')
    for (const wrong of judgeFeed(feed ?? [], own)) fault(wrong)
    if (scenario.hasWebhooks)
      for (const wrong of judgeWebhook(feed ?? [], facts.receivedBy(client.organization), facts.mayBeErased))
        fault(wrong)
  }
  for (const left of secretsLeft(deployment)) fault(left)
  for (const named of stillNamed(deployment, [...facts.erasedMs.keys()])) fault(named)
}

/** Judges a history when the retention of all that ended is over: nothing is known of it, and nobody is named. */
export async function judgeWhatIsLeft({ facts, clients, deployment, fault }: Ended): Promise<void> {
  for (const client of clients)
    for (const { shipmentId, organization } of facts.shipments.values())
      if (organization === client.organization && (await client.shipment(shipmentId)))
        fault(`${shipmentId} is not forgotten`)
  const addresses = [...facts.deliveries.values()].flatMap(({ asks }) => asks.map(({ to }) => to))
  for (const named of stillNamed(deployment, [...new Set(addresses)])) fault(named)
}
