import { say, type Words } from '@straks/shared'
import type { InboxEvent } from '../../providers/inbox/inbox-message.ts'
import { announce } from '../common/announce.ts'
import { chooseLanguage, rememberedLanguage, rememberLanguage } from '../common/language.ts'
import { createStore } from '../common/store.ts'
import { atAddress, followAddress, putMessage, putView } from './control/address-bar.ts'
import { adviseShown, followShipments } from './control/follow-activity.ts'
import { exampleMail, exampleSms } from './model/example.ts'
import { initialState, type PageState } from './model/page-state.ts'
import { withChoice, withEvent, withList, withRequests } from './model/transitions.ts'
import { bringForward, fetchRequests, restoreInbox } from './server/activity-api.ts'
import { emptyInbox, fetchMessages, sendOrders, UnexpectedAnswer } from './server/inbox-api.ts'
import { keepLive } from './server/live-connection.ts'
import type { Actions } from './views/actions.ts'
import { arrivalOf } from './views/arrival.ts'
import { createPage } from './views/page.ts'
import { ACTIVITY_WORDS } from './words/activity-words.ts'
import { PAGE_WORDS } from './words/page-words.ts'

const begin = initialState(chooseLanguage(rememberedLanguage(), navigator.languages))
const store = createStore(atAddress(begin, location.hash), draw)

/** How long the undo of emptying is offered. */
const UNDO_MS = 15_000

const withoutUndo = (state: PageState): PageState => ({ ...state, canRestore: false })

/** What the inbox has told since its list was asked for, while the answer is under way. */
let meanwhile: InboxEvent[] | undefined

const live = keepLive(new URL('/dev/inbox/live', location.origin.replace(/^http/, 'ws')), {
  changed(connection) {
    store.update((state) => ({ ...state, connection }))
    if (connection === 'live' || store.get().list === 'unknown') void readList()
  },
  told(event) {
    const { language, messages } = store.get()
    if (event.kind === 'emptied') announce(say(PAGE_WORDS.emptied, language))
    else if (event.kind === 'message' && !messages.has(event.message.id)) announce(arrivalOf(event.message, language))
    meanwhile?.push(event)
    store.update((state) => withEvent(state, event))
    if (event.kind === 'restored') void readList()
    if (event.kind === 'emptied') setTimeout(() => store.update(withoutUndo), UNDO_MS)
  },
})

const actions: Actions = {
  choose(choice) {
    store.update((state) => withChoice({ ...state, chosenMessage: undefined }, choice))
    if (choice.kind === 'mail') putMessage(choice.id)
    else putView('sms')
  },
  show: (mailView) => store.update((state) => ({ ...state, mailView })),
  speak(language) {
    rememberLanguage(language)
    store.update((state) => ({ ...state, language, advice: new Map() }))
  },
  empty: () => attempt(emptyInbox, PAGE_WORDS.emptyFailed),
  sendExample: () => attempt(() => sendOrders([exampleSms(), exampleMail()]), PAGE_WORDS.sendFailed),
  retry() {
    live.tryNow()
    void readList()
  },
  dismiss: () => store.update((state) => ({ ...state, notice: undefined })),
  filter: (filter) => store.update((state) => ({ ...state, filter })),
  bringForward: ({ shipmentId, request }) =>
    attempt(() => bringForward(shipmentId ?? '', request.organization), ACTIVITY_WORDS.bringForwardFailed),
  restore: () => attempt(restoreInbox, ACTIVITY_WORDS.restoreFailed),
}

let { language } = store.get()
let page = createPage(language, actions)
document.getElementById('page')?.replaceChildren(page.node)
draw(store.get())
followAddress(store)
followShipments(store)

/** Shows a state. A page in another language takes the place of this one, the focus where it was. */
function draw(state: PageState) {
  if (state.language !== language) {
    ;({ language } = state)
    page = createPage(language, actions)
    document.getElementById('page')?.replaceChildren(page.node)
    page.node.querySelector('select')?.focus()
  }
  document.documentElement.lang = language
  const unread = state.unread.size > 0 ? `(${state.unread.size}) ` : ''
  document.title = unread + say(PAGE_WORDS.title, language)
  page.update(state)
  adviseShown(store)
}

/** Fetches the list. Only the answer to the latest question counts, with what was told since on top. */
async function readList() {
  const told: InboxEvent[] = []
  meanwhile = told
  try {
    const [messages, requests] = await Promise.all([fetchMessages(), fetchRequests()])
    if (meanwhile === told)
      store.update((state) =>
        atAddress(withList(withRequests(state, requests.toReversed()), messages, told), location.hash),
      )
  } catch {
    if (meanwhile === told) store.update((state) => (state.list === 'known' ? state : { ...state, list: 'failed' }))
  }
  if (meanwhile === told) meanwhile = undefined
}

/** Does what a button asks for, and says so if it did not work. */
async function attempt(work: () => Promise<unknown>, words: Words) {
  try {
    await work()
    actions.dismiss()
  } catch (error) {
    const { language } = store.get()
    const status = error instanceof UnexpectedAnswer ? String(error.status) : say(PAGE_WORDS.noAnswer, language)
    store.update((state) => ({ ...state, notice: { words, data: { status } } }))
  }
}
