import { listIn } from '../../support/api/answer.ts'
import { Service } from '../../support/api/service.ts'
import type { DevServer } from '../../support/dev-server.ts'

/** What an operator sees of the providers' own words: of each answer and each receipt of a shipment, in order. */
export async function codesOf(server: DevServer, shipmentId: string): Promise<readonly unknown[]> {
  const operator = await Service.at(server).client({ scope: 'straks:operator' })
  const { json } = await operator.ask('GET', `/straks/v1/operator/shipments/${shipmentId}`)
  return listIn(json.timeline)
    .filter(({ event }) => event === 'answered' || event === 'receipt')
    .map(({ code }) => code)
}
