import type { Words } from '@straks/shared'
import type { Erasure, RedriveCounts } from '../model/answers.ts'
import { type Filter, NO_FILTER } from '../model/desk-state.ts'
import { ACT_WORDS } from '../words/act-words.ts'
import { callOperatorApi, type DeskStore, noteDone, noteProblem } from './caller.ts'
import { filterQuery, readOverview, readShipment } from './read.ts'

/** What can be done with one shipment, as the API's paths name it. */
export type Move = 'redrive' | 'give-up' | 'cancel'

const DONE = {
  redrive: ACT_WORDS.redriven,
  'give-up': ACT_WORDS.givenUp,
  cancel: ACT_WORDS.cancelled,
} as const satisfies Record<Move, Words>

/** Moves a shipment, says what came of it, and reads its timeline anew. */
export async function moveShipment(store: DeskStore, shipmentId: string, organization: string, move: Move) {
  const path = `/shipments/${shipmentId}/${move}?${new URLSearchParams({ organization })}`
  const done = await callOperatorApi<{ readonly attempt?: string }>(store, { method: 'POST', path })
  if (done) noteDone(store, done.attempt === 'under-way' ? ACT_WORDS.attemptUnderWay : DONE[move])
  await readShipment(store)
}

/** Pauses a provider or takes it into use again, and reads how all fares. */
export async function steerProvider(store: DeskStore, provider: string, action: 'pause' | 'resume'): Promise<void> {
  const path = `/providers/${encodeURIComponent(provider)}/${action}`
  const done = await callOperatorApi(store, { method: 'POST', path })
  if (done) noteDone(store, action === 'pause' ? ACT_WORDS.paused : ACT_WORDS.resumed, { provider })
  await readOverview(store)
}

/** Members of a filter that are not empty, as a body. */
const named = (filter: Filter): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(filterQuery(filter)).filter(([, value]) => value !== ''))

/** Tries everything again that a filter finds, page after page. */
export async function redriveAll(store: DeskStore, filter: Filter): Promise<void> {
  let total = { redriven: 0, refused: 0 }
  store.update((state) => ({ ...state, redriven: undefined }))
  for (let cursor: string | undefined; ; ) {
    const body = { ...named(filter), ...(cursor !== undefined && { cursor }) }
    const counts = await callOperatorApi<RedriveCounts>(store, { method: 'POST', path: '/redrives', body })
    if (!counts) return
    total = { redriven: total.redriven + counts.redriven, refused: total.refused + counts.refused }
    const redriven = total
    store.update((state) => ({ ...state, redriven }))
    cursor = counts.next ?? undefined
    if (cursor === undefined) break
  }
  noteDone(store, ACT_WORDS.redrivenAll, total)
}

/** Whether mail of an organisation is to go to an address. */
export type SuppressAction = 'suppress' | 'lift'

/** An address, and the organisation whose mail it is about. */
export type WhoseAddress = { readonly organization: string; readonly emailAddress: string }

const SUPPRESS = {
  suppress: { path: '/suppressions', done: ACT_WORDS.suppressed },
  lift: { path: '/suppressions/lift', done: ACT_WORDS.lifted },
} as const satisfies Record<SuppressAction, { readonly path: string; readonly done: Words }>

/** Suppresses an address or lifts that, and says what came of it. */
export async function suppressAddress(store: DeskStore, action: SuppressAction, whose: WhoseAddress): Promise<void> {
  const { path, done } = SUPPRESS[action]
  const call = { method: 'POST', path, body: whose } as const
  if (await callOperatorApi(store, call, () => noteProblem(store, ACT_WORDS.notSuppressed))) noteDone(store, done)
}

const sumOf = (one: Erasure['erased'], other: Erasure['erased']): Erasure['erased'] => ({
  ...one,
  ...Object.fromEntries(Object.entries(other).map(([what, count]) => [what, (one[what] ?? 0) + count])),
})

/** Erases through all organisations, some of them at a time. */
async function eraseEverywhere(store: DeskStore, path: string, recipient: string | undefined): Promise<void> {
  let erased: Erasure['erased'] = {}
  store.update((state) => ({ ...state, erased: undefined }))
  for (let cursor: string | undefined; ; ) {
    const body = { ...(recipient !== undefined && { recipient }), ...(cursor !== undefined && { cursor }) }
    const answer = await callOperatorApi<Erasure>(store, { method: 'POST', path, body })
    if (!answer) return
    erased = sumOf(erased, answer.erased)
    cursor = answer.next ?? undefined
    if (cursor === undefined) break
  }
  store.update((state) => ({
    ...state,
    erased,
    filter: NO_FILTER,
    search: undefined,
    found: undefined,
    shipment: undefined,
  }))
  const isNothing = Object.values(erased).every((count) => count === 0)
  noteDone(store, isNothing ? ACT_WORDS.erasedNothing : ACT_WORDS.erased)
}

/** Erases a recipient by the name that they have. */
export const erase = (store: DeskStore, recipient: string): Promise<void> =>
  eraseEverywhere(store, '/erasures', recipient.trim())

/** After a backup has been restored: erases all again who were erased. */
export const eraseAgain = (store: DeskStore): Promise<void> => eraseEverywhere(store, '/erasures/repeat', undefined)
