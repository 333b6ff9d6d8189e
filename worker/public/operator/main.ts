import { say } from '@straks/shared'
import { chooseLanguage, rememberedLanguage, rememberLanguage } from '../common/language.ts'
import { createStore } from '../common/store.ts'
import { erase, eraseAgain, moveShipment, redriveAll, steerProvider, suppressAddress } from './control/act.ts'
import { noteProblem } from './control/caller.ts'
import { followNow } from './control/follow-now.ts'
import { find, findMore, readAuditMore, readOverview } from './control/read.ts'
import { enter, readShown } from './control/visit.ts'
import { type DeskState, initialState, NOTHING_READ, type Session } from './model/desk-state.ts'
import { readDeskPlace } from './model/place.ts'
import { callOperator } from './server/operator-api.ts'
import { developmentToken, isServedInDevelopment, keepSession, keptSession } from './server/session.ts'
import type { Actions } from './views/actions.ts'
import { createPage } from './views/page.ts'
import { DESK_WORDS } from './words/desk-words.ts'

const language = chooseLanguage(rememberedLanguage(), navigator.languages)
const kept = keptSession()
const store = createStore(
  initialState(language, readDeskPlace(location.hash), kept ?? (isServedInDevelopment() ? undefined : 'unknown')),
  draw,
)

function begin(session: Session): void {
  keepSession(session)
  store.update((state) => ({ ...state, session, refusal: undefined, notice: undefined }))
  enter(store, readDeskPlace(location.hash))
}

const actions: Actions = {
  speak(chosen) {
    rememberLanguage(chosen)
    store.update((state) => ({ ...state, language: chosen }))
  },
  signIn: (token) => begin({ kind: 'token', token: token.trim() }),
  async developmentToken() {
    const token = await developmentToken()
    if (token === undefined) noteProblem(store, DESK_WORDS.noDevelopmentToken)
    else begin({ kind: 'token', token })
  },
  signOut() {
    keepSession(undefined)
    const { language, place } = store.get()
    store.update(() => initialState(language, place, undefined))
  },
  dismiss: () => store.update((state) => ({ ...state, notice: undefined })),
  retry: () => void readShown(store),
  choosePeriod(minutes) {
    store.update((state) => ({ ...state, minutes }))
    void readOverview(store)
  },
  choose(shown) {
    const isOther = shown.organization !== undefined && shown.organization !== store.get().shown.organization
    store.update((state) => ({ ...state, shown }))
    // Its minutes may be among those of all others.
    if (isOther) void readOverview(store)
  },
  pause() {
    store.update((state) => ({ ...state, isPaused: !state.isPaused }))
    if (!store.get().isPaused) void readOverview(store)
  },
  write: (filter) => store.update((state) => ({ ...state, filter })),
  find: () => void find(store),
  findMore: () => void (store.get().busy === 0 && findMore(store)),
  move: (shipmentId, organization, move) => void moveShipment(store, shipmentId, organization, move),
  steer: (provider, action) => void steerProvider(store, provider, action),
  redriveAll: (filter) => void redriveAll(store, filter),
  suppress: (action, whose) => void suppressAddress(store, action, whose),
  erase: (recipient) => void erase(store, recipient),
  eraseAgain: () => void eraseAgain(store),
  auditMore: () => void (store.get().busy === 0 && readAuditMore(store)),
}

let spoken = language
let page = createPage(spoken, actions)
document.getElementById('page')?.replaceChildren(page.node)
draw(store.get())
addEventListener('hashchange', () => enter(store, readDeskPlace(location.hash)))
followNow(store)
if (kept) enter(store, store.get().place)
else if (!isServedInDevelopment()) void tryAccess()

/** Shows a state. A page in another language takes the place of this one, the focus where it was. */
function draw(state: DeskState): void {
  if (state.language !== spoken) {
    spoken = state.language
    page = createPage(spoken, actions)
    document.getElementById('page')?.replaceChildren(page.node)
    page.node.querySelector<HTMLElement>('[data-focus=language]')?.focus()
  }
  document.documentElement.lang = spoken
  document.title = say(DESK_WORDS.title, spoken)
  page.update(state)
}

/** Where Cloudflare Access stands before the API, it adds a token by itself, and the reader needs none. */
async function tryAccess(): Promise<void> {
  const session: Session = { kind: 'access' }
  const answer = await callOperator({ method: 'GET', path: '/audit' }, session, store.get().language)
  if (store.get().session !== 'unknown') return
  if (answer.ok) begin(session)
  else store.update((state) => ({ ...state, ...NOTHING_READ, session: undefined }))
}
