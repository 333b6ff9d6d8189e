/**
 * @import { Language } from '@straks/shared'
 * @import { PageState } from '../model/page-state.js'
 * @import { Actions } from './page.js'
 */
import { element, setAttribute } from '../dom/element.js'
import { icon } from '../dom/icon.js'
import { reconcile } from '../dom/reconcile.js'
import { roveFocus } from '../dom/roving-focus.js'
import { conversations, shownConversation } from '../model/shown.js'
import { MESSAGE_WORDS } from '../words/message-words.js'
import { say } from '../words/say.js'
import { bubble } from './bubble.js'
import { readableNumber } from './phone-number.js'
import { phoneTab } from './phone-tab.js'

/** So near the end that a reader waits for what comes next. */
const NEAR_END_PX = 80

/**
 * The phone: one tab for every number that has received something, and the thread of the one that is shown.
 *
 * @param {Language} language
 * @param {Actions} actions
 */
export function createPhone(language, actions) {
  const tabs = element('div', {
    class: 'phone-tabs',
    role: 'tablist',
    'aria-label': say(MESSAGE_WORDS.conversations, language),
  })
  const owner = element('p', { class: 'owner' })
  const thread = element('ol', { class: 'thread', 'data-focus': 'thread' })
  const screen = element('div', { class: 'screen' }, statusBar(), owner, thread)
  const node = element(
    'section',
    { class: 'phone-side', 'aria-label': say(MESSAGE_WORDS.phone, language) },
    tabs,
    element('div', { class: 'phone' }, screen),
  )
  /** @type {string | undefined} */
  let shownNumber
  roveFocus(tabs, 'tab')

  /** @param {PageState} state */
  function update(state) {
    const shown = shownConversation(state)
    const stays =
      shown?.number === shownNumber && thread.scrollHeight - thread.scrollTop - thread.clientHeight > NEAR_END_PX
    shownNumber = shown?.number
    tabs.hidden = shown === undefined
    reconcile(
      tabs,
      conversations(state).map((one) => phoneTab(one, one === shown || one.number === shown?.number, state, actions)),
    )
    setAttribute(screen, 'role', shown ? 'tabpanel' : undefined)
    setAttribute(screen, 'aria-label', shown && readableNumber(shown.number))
    setAttribute(thread, 'tabindex', shown ? 0 : undefined)
    owner.textContent = shown ? readableNumber(shown.number) : ''
    reconcile(thread, shown ? shown.messages.map((message) => bubble(message, language)) : [nothingYet(language)])
    if (!stays) thread.scrollTop = thread.scrollHeight
  }

  return { node, update }
}

/** @param {Language} language */
const nothingYet = (language) => ({
  key: 'nothing yet',
  make: () =>
    element(
      'li',
      { class: 'nothing' },
      icon('phone'),
      element('strong', {}, say(MESSAGE_WORDS.noSms, language)),
      element('span', {}, say(MESSAGE_WORDS.noSmsText, language)),
    ),
})

/** What every phone shows at its top, and nobody needs to hear. */
const statusBar = () =>
  element(
    'div',
    { class: 'status-bar', 'aria-hidden': 'true' },
    element('span', { class: 'carrier' }, 'straks'),
    element('span', { class: 'signal' }, element('i'), element('i'), element('i'), element('i')),
    element('span', { class: 'battery' }),
  )
