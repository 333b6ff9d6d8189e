import type { Words } from '@straks/shared'
import type { Store } from '../../common/store.ts'
import { type DeskState, NOTHING_READ } from '../model/desk-state.ts'
import { callOperator, type OperatorCall, type OperatorCallFailure } from '../server/operator-api.ts'
import { keepSession } from '../server/session.ts'
import { DESK_WORDS } from '../words/desk-words.ts'

const NOT_FOUND = 404

export type DeskStore = Store<DeskState>

type NoticeData = Readonly<Record<string, string | number>>

/** Says what was done, in place of what was said before. */
export function noteDone(store: DeskStore, words: Words, data: NoticeData = {}): void {
  store.update((state) => ({ ...state, notice: { words, data, isGood: true } }))
}

/** Says why something was not done, in place of what was said before. */
export function noteProblem(store: DeskStore, words: Words, data: NoticeData = {}): void {
  store.update((state) => ({ ...state, notice: { words, data, isGood: false } }))
}

/** Shows what a failure means: the page without its answers, or a sentence beside them. */
function show(store: DeskStore, failure: OperatorCallFailure): void {
  if (failure.kind === 'lost') store.update((state) => ({ ...state, connection: 'lost' }))
  else if (failure.kind === 'refused') noteProblem(store, DESK_WORDS.refused, { sentence: failure.sentence })
  else {
    keepSession(undefined)
    const { status, why } = failure
    const { session } = store.get()
    // Access has a page of its own to sign in on, which opens before this one.
    if (status === 401 && typeof session === 'object' && session.kind === 'access') location.reload()
    store.update((state) => ({ ...state, ...NOTHING_READ, session: undefined, refusal: { status, why } }))
  }
}

/**
 * Makes a call as the reader who is signed in, and shows why there is no answer where there is none. What comes for a
 * reader who has signed out meanwhile is thrown away.
 *
 * @param whenMissing what a 404 means here, where it is no surprise
 * @returns the answer; `undefined` where there is none
 */
export async function callOperatorApi<Answer>(
  store: DeskStore,
  what: OperatorCall,
  whenMissing?: () => void,
): Promise<Answer | undefined> {
  const { session, language } = store.get()
  if (session === undefined || session === 'unknown') return undefined
  store.update((state) => ({ ...state, busy: state.busy + 1 }))
  const answer = await callOperator<Answer>(what, session, language)
  store.update((state) => ({ ...state, busy: state.busy - 1 }))
  if (store.get().session !== session) return undefined
  if (answer.ok || answer.failure.kind !== 'lost') store.update((state) => ({ ...state, connection: 'live' }))
  if (answer.ok) return answer.value
  const { failure } = answer
  if (failure.kind === 'refused' && failure.status === NOT_FOUND && whenMissing) whenMissing()
  else show(store, failure)
  return undefined
}
