import type { ShipmentState } from './answers.ts'

/** The views of the page that have a link in its head. */
export const VIEWS = ['now', 'find', 'act', 'audit'] as const
export type DeskView = (typeof VIEWS)[number]

/** What an address leads to. */
export type DeskPlace =
  | { readonly view: Exclude<DeskView, 'find'> }
  | { readonly view: 'find'; readonly organization: string | undefined; readonly state: ShipmentState | undefined }
  | { readonly view: 'shipment'; readonly shipmentId: string; readonly organization: string | undefined }

export const SHIPMENT_STATES = [
  'unfinished',
  'uncertain',
  'dead',
  'failed',
  'delivered',
] as const satisfies readonly ShipmentState[]

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

export const isShipmentId = (text: string): boolean => UUID.test(text)

/** Where a view is. */
export const viewAddress = (view: DeskView): string => `#/${view}`

/** Where one shipment is, the same after a reload and on another machine. */
export const shipmentAddress = (shipmentId: string, organization?: string): string =>
  `#/shipment/${shipmentId}${organization === undefined ? '' : `?${new URLSearchParams({ organization })}`}`

/** Where shipments of a state are listed. Recipients, references and keys are in no address: a browser keeps those. */
export const foundAddress = (filter: {
  readonly organization?: string | undefined
  readonly state?: ShipmentState | undefined
}): string => {
  const named = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return named.length === 0 ? '#/find' : `#/find?${new URLSearchParams(named)}`
}

/** What an address leads to: `#/now`, `#/find?state=dead`, `#/shipment/ID?organization=ttd`. */
export function readDeskPlace(hash: string): DeskPlace {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?')
  const [kind = '', id = ''] = path.split('/')
  const asked = new URLSearchParams(query)
  const organization = asked.get('organization') ?? undefined
  if (kind === 'shipment' && isShipmentId(id)) return { view: 'shipment', shipmentId: id.toLowerCase(), organization }
  if (kind === 'find') {
    const state = SHIPMENT_STATES.find((one) => one === asked.get('state'))
    return { view: 'find', organization, state }
  }
  return { view: kind === 'act' || kind === 'audit' ? kind : 'now' }
}
