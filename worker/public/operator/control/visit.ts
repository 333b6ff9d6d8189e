import type { DeskPlace } from '../model/place.ts'
import type { DeskStore } from './caller.ts'
import { find, readAudit, readOverview, readShipment } from './read.ts'

/** Reads anew what is shown. */
export function readShown(store: DeskStore): Promise<void> {
  const { place, found } = store.get()
  if (place.view === 'now') return readOverview(store)
  if (place.view === 'shipment') return readShipment(store)
  if (place.view === 'audit') return readAudit(store)
  return place.view === 'find' && found ? find(store) : Promise.resolve()
}

/** Opens the view that an address leads to. A search that a link names is made at once. */
export function enter(store: DeskStore, place: DeskPlace): void {
  store.update((state) => ({ ...state, place, shipment: undefined, notice: undefined }))
  if (place.view !== 'find') return void readShown(store)
  const { organization, state: wanted } = place
  if (organization === undefined && wanted === undefined) return
  const filter = {
    recipient: '',
    sendersReference: '',
    idempotencyId: '',
    organization: organization ?? '',
    state: wanted ?? '',
  } as const
  store.update((state) => ({ ...state, filter }))
  void find(store)
}
