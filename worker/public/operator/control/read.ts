import { say } from '@straks/shared'
import { announce } from '../../common/announce.ts'
import type { AuditEntry, Overview, Page, Shipment, ShipmentWithTimeline } from '../model/answers.ts'
import type { Filter, Listed } from '../model/desk-state.ts'
import { pathWith } from '../server/operator-api.ts'
import { FIND_WORDS } from '../words/find-words.ts'
import { callOperatorApi, type DeskStore } from './caller.ts'

/** A list with a page more. */
const extended = <Item>(known: Listed<Item> | undefined, page: Page<Item>): Listed<Item> => ({
  items: [...(known?.items ?? []), ...page.items],
  next: page.next,
})

export async function readOverview(store: DeskStore): Promise<void> {
  const { minutes, shown } = store.get()
  const path = pathWith('/overview', { minutes: String(minutes), organization: shown.organization })
  const overview = await callOperatorApi<Overview>(store, { method: 'GET', path })
  if (overview?.minutes === store.get().minutes) store.update((state) => ({ ...state, overview }))
}

/** A filter as the API takes it. */
export const filterQuery = (filter: Filter): Readonly<Record<string, string>> => ({
  recipient: filter.recipient.trim(),
  organization: filter.organization.trim(),
  sendersReference: filter.sendersReference.trim(),
  idempotencyId: filter.idempotencyId.trim(),
  state: filter.state,
})

/** Searches from the beginning. */
export async function find(store: DeskStore): Promise<void> {
  const search = { ...store.get().filter }
  store.update((state) => ({ ...state, search, found: undefined }))
  await findFrom(store, search, undefined)
}

/** Searches on from where the list ends. */
export async function findMore(store: DeskStore): Promise<void> {
  const { search, found } = store.get()
  if (search) await findFrom(store, search, found?.next ?? undefined)
}

/** A page may be empty where much was looked through: it goes on until something is found, or the end is reached. */
async function findFrom(store: DeskStore, search: Filter, start: string | undefined): Promise<void> {
  for (let cursor = start; ; ) {
    const path = pathWith('/shipments', { ...filterQuery(search), cursor })
    const page = await callOperatorApi<Page<Shipment>>(store, { method: 'GET', path })
    if (!page || store.get().search !== search) return
    store.update((state) => ({ ...state, found: extended(state.found, page) }))
    cursor = page.next ?? undefined
    if (page.items.length > 0 || cursor === undefined || store.get().place.view !== 'find') break
  }
  const { found, language } = store.get()
  announce(say(FIND_WORDS.found, language, { count: found?.items.length ?? 0 }))
}

/** Reads the shipment that the address names. Each look is an entry of the audit log. */
export async function readShipment(store: DeskStore): Promise<void> {
  const { place } = store.get()
  if (place.view !== 'shipment') return
  const { shipmentId, organization } = place
  const isStill = () => store.get().place === place
  const asMissing = () => isStill() && store.update((state) => ({ ...state, shipment: null }))
  const path = pathWith(`/shipments/${shipmentId}`, { organization })
  const shipment = await callOperatorApi<ShipmentWithTimeline>(store, { method: 'GET', path }, asMissing)
  if (shipment && isStill()) store.update((state) => ({ ...state, shipment }))
}

const auditFrom = (store: DeskStore, cursor: string | undefined): Promise<Page<AuditEntry> | undefined> =>
  callOperatorApi<Page<AuditEntry>>(store, { method: 'GET', path: pathWith('/audit', { cursor }) })

/** Reads the audit log from its end. */
export async function readAudit(store: DeskStore): Promise<void> {
  const page = await auditFrom(store, undefined)
  if (page) store.update((state) => ({ ...state, audit: extended(undefined, page) }))
}

/** Reads the audit log on from where the list ends. */
export async function readAuditMore(store: DeskStore): Promise<void> {
  const page = await auditFrom(store, store.get().audit?.next ?? undefined)
  if (page) store.update((state) => ({ ...state, audit: extended(state.audit, page) }))
}
