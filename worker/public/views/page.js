/**
 * @import { Language } from '@straks/shared'
 * @import { PageState } from '../model/page-state.js'
 */
import { element } from '../dom/element.js'
import { reconcile } from '../dom/reconcile.js'
import { KEPT_MESSAGES } from '../model/page-state.js'
import { MESSAGE_WORDS } from '../words/message-words.js'
import { PAGE_WORDS } from '../words/page-words.js'
import { say } from '../words/say.js'
import { createHeader } from './header.js'
import { createMailClient } from './mail-client.js'
import { createPhone } from './phone.js'
import { trouble } from './trouble.js'

/**
 * What the page's controls do.
 *
 * @typedef {object} Actions
 * @property {(choice: { number: string } | { mail: string }) => void} choose
 * @property {(view: PageState['mailView']) => void} show
 * @property {(language: Language) => void} speak
 * @property {() => void} empty
 * @property {() => void} sendExample
 * @property {() => void} retry
 * @property {() => void} dismiss
 */

/**
 * The whole page in one language. Another language is another page.
 *
 * @param {Language} language
 * @param {Actions} actions
 */
export function createPage(language, actions) {
  const header = createHeader(language, actions)
  const phone = createPhone(language, actions)
  const mailClient = createMailClient(language, actions)
  const desk = element('main', { class: 'desk' })
  const notices = element('div', { class: 'notices', role: 'alert' })
  const devices = [phone, mailClient].map(({ node }, index) => ({ key: `device ${index}`, make: () => node }))

  /** @param {PageState} state */
  function update(state) {
    header.update(state)
    reconcile(desk, state.list === 'failed' ? [trouble(language, actions)] : devices)
    desk.classList.toggle('unknown', state.list === 'unknown')
    phone.update(state)
    mailClient.update(state)
    reconcile(notices, noticeOf(state, actions))
  }

  return { node: element('div', { class: 'page' }, header.node, desk, notices), update }
}

/** @param {PageState} state @param {Actions} actions */
function noticeOf({ language, notice, messages }, { dismiss }) {
  if (notice) {
    const sentence = say(notice.words, language, notice.data)
    const close = () => element('button', { type: 'button', onclick: dismiss }, say(PAGE_WORDS.dismiss, language))
    return [{ key: sentence, make: () => element('p', { class: 'notice' }, sentence, close()) }]
  }
  if (messages.size < KEPT_MESSAGES) return []
  const sentence = say(MESSAGE_WORDS.newest, language, { count: KEPT_MESSAGES })
  return [{ key: sentence, make: () => element('p', { class: 'notice quiet' }, sentence) }]
}
