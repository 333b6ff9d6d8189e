import type { Store } from '../../common/store.ts'
import { FIRST_VIEW, type InboxView, messageAddress, readAddress, viewAddress } from '../model/address.ts'
import type { PageState } from '../model/page-state.ts'
import { withMessage } from '../model/transitions.ts'

/** The state at an address: one message, a part of the page, or the page as it begins. */
export function atAddress(state: PageState, hash: string): PageState {
  const place = readAddress(hash)
  if (place?.kind === 'message') return withMessage(state, place.id)
  return { ...state, chosenMessage: undefined, view: place?.view ?? FIRST_VIEW }
}

/** Shows what the address names, also when it changes. */
export function followAddress(store: Store<PageState>): void {
  addEventListener('hashchange', () => store.update((state) => atAddress(state, location.hash)))
}

/** Puts an address where a reader can copy it, without a step back for each message that was looked at. */
const put = (address: string): void => history.replaceState(null, '', address)

export const putMessage = (id: string): void => put(messageAddress(id))
export const putView = (view: InboxView): void => put(viewAddress(view))
