import { type Language, say } from '@straks/shared'
import { COMMON_WORDS } from '../../common/common-words.ts'
import { element } from '../../common/element.ts'
import { type Part, reconcile } from '../../common/reconcile.ts'
import type { DeskState } from '../model/desk-state.ts'
import { createAct } from './act.ts'
import type { Actions } from './actions.ts'
import { createAudit } from './audit.ts'
import { createFind } from './find.ts'
import { createHeader } from './header.ts'
import { createNow } from './now.ts'
import { createShipment } from './shipment.ts'
import { signIn } from './sign-in.ts'

/** The whole page in one language. Another language is another page. */
export function createPage(language: Language, actions: Actions) {
  const header = createHeader(language, actions)
  const views = {
    now: createNow(language, actions),
    find: createFind(language, actions),
    shipment: createShipment(language, actions),
    act: createAct(language, actions),
    audit: createAudit(language, actions),
  }
  const banner = element('div', { class: 'banners', role: 'status' })
  const main = element('main', { class: 'views-open' })
  const notices = element('div', { class: 'notices', role: 'alert' })

  function update(state: DeskState): void {
    header.update(state)
    reconcile(banner, lost(state, actions))
    const isIn = state.session !== undefined && state.session !== 'unknown'
    const view = views[state.place.view]
    const shown: Part[] = state.session === 'unknown' ? [] : [signIn(state, actions)]
    reconcile(main, isIn ? [{ key: state.place.view, make: () => view.node }] : shown)
    if (isIn) view.update(state)
    reconcile(notices, noticeOf(state, actions))
  }

  return { node: element('div', { class: 'page' }, header.node, banner, main, notices), update }
}

/** What says that the page may be old, and how to try at once. */
function lost({ connection, language }: DeskState, { retry }: Actions): readonly Part[] {
  if (connection === 'live') return []
  const make = () =>
    element(
      'p',
      { class: 'banner' },
      element('b', {}, say(COMMON_WORDS.offline, language)),
      element('span', {}, say(COMMON_WORDS.lost, language)),
      element('button', { type: 'button', onclick: retry }, say(COMMON_WORDS.retry, language)),
    )
  return [{ key: connection, make }]
}

function noticeOf({ notice, language }: DeskState, { dismiss }: Actions): readonly Part[] {
  if (!notice) return []
  const sentence = say(notice.words, language, notice.data)
  const close = () => element('button', { type: 'button', onclick: dismiss }, say(COMMON_WORDS.dismiss, language))
  const make = () => element('p', { class: notice.isGood ? 'notice good' : 'notice' }, sentence, close())
  return [{ key: `${notice.isGood} ${sentence}`, make }]
}
