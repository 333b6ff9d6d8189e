import type { Store } from '../../common/store.ts'
import { activityRows, toFollow } from '../model/activity.ts'
import type { Advice, PageState } from '../model/page-state.ts'
import { shownConversation, shownMail } from '../model/shown.ts'
import { fetchAdvice, fetchStatus } from '../server/activity-api.ts'

/** How often the status of what is unfinished is asked for, while the page is looked at. */
const ASK_EVERY_MS = 1_500

/** Shipments that are asked about each time, the newest first. */
const ASKED_MAX = 20

/** Requests that the judge is asked about: what is shown, and not what lies far above. */
const ADVISED_MAX = 30

/** What is shown for a status that the service does not tell. */
const UNKNOWN = 'Unknown'

/** Keeps what the page knows of shipments up to date, while the page is open. */
export function followShipments(store: Store<PageState>): void {
  let isAsking = false

  async function ask(): Promise<void> {
    if (document.visibilityState !== 'visible' || isAsking || store.get().view !== 'activity') return
    isAsking = true
    const asked = toFollow(store.get()).slice(0, ASKED_MAX)
    for (const { shipmentId, request } of asked) {
      if (shipmentId === undefined) continue
      const status = (await fetchStatus(shipmentId, request.organization).catch(() => undefined)) ?? UNKNOWN
      if (store.get().shipments.get(shipmentId) === status) continue
      store.update((state) => ({ ...state, shipments: new Map(state.shipments).set(shipmentId, status) }))
    }
    isAsking = false
  }

  setInterval(() => void ask(), ASK_EVERY_MS)
  addEventListener('hashchange', () => void ask())
}

const NONE: readonly Advice[] = []

/** Asks the judge about the requests behind what is shown, each once in a language. */
export function adviseShown(store: Store<PageState>): void {
  const state = store.get()
  const shown = new Set(
    [...(shownConversation(state)?.messages ?? []), shownMail(state)].flatMap((message) => message?.shipmentId ?? []),
  )
  const wanted = activityRows(state)
    .filter(({ shipmentId }) => state.view === 'activity' || (shipmentId !== undefined && shown.has(shipmentId)))
    .slice(0, ADVISED_MAX)
  for (const { request } of wanted) {
    if (store.get().advice.has(request.id)) continue
    const remember = (advice: readonly Advice[]): void =>
      store.update((now) => ({ ...now, advice: new Map(now.advice).set(request.id, advice) }))
    remember(NONE)
    if (request.body !== undefined) void fetchAdvice(request.body, state.language).then(remember, () => undefined)
  }
}
