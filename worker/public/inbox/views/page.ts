import { type Language, say } from '@straks/shared'
import { COMMON_WORDS } from '../../common/common-words.ts'
import { element } from '../../common/element.ts'
import { reconcile } from '../../common/reconcile.ts'
import type { PageState } from '../model/page-state.ts'
import { KEPT_MESSAGES } from '../model/page-state.ts'
import { ACTIVITY_WORDS } from '../words/activity-words.ts'
import { MESSAGE_WORDS } from '../words/message-words.ts'
import { PAGE_WORDS } from '../words/page-words.ts'
import type { Actions } from './actions.ts'
import { createActivity } from './activity.ts'
import { createHeader } from './header.ts'
import { createMailClient } from './mail-client.ts'
import { createPhone } from './phone.ts'
import { trouble } from './trouble.ts'

/** The whole page in one language. Another language is another page. */
export function createPage(language: Language, actions: Actions) {
  const header = createHeader(language, actions)
  const phone = createPhone(language, actions)
  const mailClient = createMailClient(language, actions)
  const activity = createActivity(language, actions)
  const banner = element('div', { class: 'banners', role: 'status' })
  const desk = element('main', { class: 'desk' })
  const notices = element('div', { class: 'notices', role: 'alert' })
  const devices = [phone, mailClient].map(({ node }, index) => ({ key: `device ${index}`, make: () => node }))

  function update(state: PageState) {
    header.update(state)
    reconcile(banner, bannerOf(state, actions))
    desk.dataset.view = state.view
    desk.classList.toggle('empty', state.messages.size === 0)
    const shown = state.view === 'activity' ? [{ key: 'activity', make: () => activity.node }] : devices
    reconcile(desk, state.list === 'failed' ? [trouble(language, actions)] : shown)
    if (state.view === 'activity') activity.update(state)
    desk.classList.toggle('unknown', state.list === 'unknown')
    phone.update(state)
    mailClient.update(state)
    reconcile(notices, noticeOf(state, actions))
  }

  return { node: element('div', { class: 'page' }, header.node, banner, desk, notices), update }
}

/** What says that the page may be old, and how to try at once. */
function bannerOf({ connection, language }: PageState, { retry }: Actions) {
  if (connection !== 'reconnecting' && connection !== 'offline') return []
  const make = () =>
    element(
      'p',
      { class: 'banner' },
      element('b', {}, say(COMMON_WORDS[connection], language)),
      element('span', {}, say(COMMON_WORDS.lost, language)),
      element('button', { type: 'button', onclick: retry }, say(COMMON_WORDS.retry, language)),
    )
  return [{ key: connection, make }]
}

function noticeOf({ language, notice, messages, canRestore }: PageState, { dismiss, restore }: Actions) {
  if (notice) {
    const sentence = say(notice.words, language, notice.data)
    const close = () => element('button', { type: 'button', onclick: dismiss }, say(COMMON_WORDS.dismiss, language))
    return [{ key: sentence, make: () => element('p', { class: 'notice' }, sentence, close()) }]
  }
  if (canRestore) {
    const undo = () => element('button', { type: 'button', onclick: restore }, say(ACTIVITY_WORDS.undo, language))
    const make = () => element('p', { class: 'notice quiet' }, say(PAGE_WORDS.emptied, language), undo())
    return [{ key: 'emptied', make }]
  }
  if (messages.size < KEPT_MESSAGES) return []
  const sentence = say(MESSAGE_WORDS.newest, language, { count: KEPT_MESSAGES })
  return [{ key: sentence, make: () => element('p', { class: 'notice quiet' }, sentence) }]
}
