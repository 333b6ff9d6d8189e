/**
 * @import { InboxEvent } from '../providers/inbox/inbox-message.ts'
 * @import { Words } from '@straks/shared'
 * @import { PageState } from './model/page-state.js'
 * @import { Actions } from './views/page.js'
 */
import { exampleMail, exampleSms } from './model/example.js'
import { initialState, withChoice, withEvent, withList } from './model/page-state.js'
import { createStore } from './model/store.js'
import { emptyInbox, fetchMessages, sendOrders, UnexpectedAnswer } from './server/inbox-api.js'
import { keepLive } from './server/live-connection.js'
import { announce, arrivalOf } from './views/announce.js'
import { createPage } from './views/page.js'
import { chooseLanguage, rememberedLanguage, rememberLanguage } from './words/language.js'
import { PAGE_WORDS } from './words/page-words.js'
import { say } from './words/say.js'

const store = createStore(initialState(chooseLanguage(rememberedLanguage(), navigator.languages)), draw)

/** What the inbox has told since its list was asked for, while the answer is under way. @type {InboxEvent[] | undefined} */
let meanwhile

const live = keepLive(new URL('/dev/inbox/live', location.origin.replace(/^http/, 'ws')), {
  changed(connection) {
    store.update((state) => ({ ...state, connection }))
    if (connection === 'live' || store.get().list === 'unknown') void readList()
  },
  told(event) {
    const { language, messages } = store.get()
    if (event.kind === 'emptied') announce(say(PAGE_WORDS.emptied, language))
    else if (!messages.has(event.message.id)) announce(arrivalOf(event.message, language))
    meanwhile?.push(event)
    store.update((state) => withEvent(state, event))
  },
})

/** @type {Actions} */
const actions = {
  choose: (choice) => store.update((state) => withChoice(state, choice)),
  show: (mailView) => store.update((state) => ({ ...state, mailView })),
  speak(language) {
    rememberLanguage(language)
    store.update((state) => ({ ...state, language }))
  },
  empty: () => attempt(emptyInbox, PAGE_WORDS.emptyFailed),
  sendExample: () => attempt(() => sendOrders([exampleSms(), exampleMail()]), PAGE_WORDS.sendFailed),
  retry() {
    live.tryNow()
    void readList()
  },
  dismiss: () => store.update((state) => ({ ...state, notice: undefined })),
}

let { language } = store.get()
let page = createPage(language, actions)
document.getElementById('page')?.replaceChildren(page.node)
draw(store.get())

/**
 * Shows a state. A page in another language takes the place of this one, the focus where it was.
 *
 * @param {PageState} state
 */
function draw(state) {
  if (state.language !== language) {
    ;({ language } = state)
    page = createPage(language, actions)
    document.getElementById('page')?.replaceChildren(page.node)
    page.node.querySelector('select')?.focus()
  }
  document.documentElement.lang = language
  document.title = say(PAGE_WORDS.title, language)
  page.update(state)
}

/** Fetches the list. Only the answer to the latest question counts, with what was told since on top. */
async function readList() {
  /** @type {InboxEvent[]} */
  const told = []
  meanwhile = told
  try {
    const messages = await fetchMessages()
    if (meanwhile === told) store.update((state) => withList(state, messages, told))
  } catch {
    if (meanwhile === told) store.update((state) => (state.list === 'known' ? state : { ...state, list: 'failed' }))
  }
  if (meanwhile === told) meanwhile = undefined
}

/**
 * Does what a button asks for, and says so if it did not work.
 *
 * @param {() => Promise<unknown>} work
 * @param {Words} words
 */
async function attempt(work, words) {
  try {
    await work()
    actions.dismiss()
  } catch (error) {
    const { language } = store.get()
    const status = error instanceof UnexpectedAnswer ? String(error.status) : say(PAGE_WORDS.noAnswer, language)
    store.update((state) => ({ ...state, notice: { words, data: { status } } }))
  }
}
