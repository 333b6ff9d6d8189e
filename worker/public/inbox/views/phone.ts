import { type Language, say } from '@straks/shared'
import { element, setAttribute } from '../../common/element.ts'
import { icon } from '../../common/icon.ts'
import { reconcile } from '../../common/reconcile.ts'
import { roveFocus } from '../../common/roving-focus.ts'
import type { PageState } from '../model/page-state.ts'
import { conversations, shownConversation } from '../model/shown.ts'
import { MESSAGE_WORDS } from '../words/message-words.ts'
import type { Actions } from './actions.ts'
import { bubble } from './bubble.ts'
import { readableNumber } from './phone-number.ts'
import { phoneTab } from './phone-tab.ts'

/** So near the end that a reader waits for what comes next. */
const NEAR_END_PX = 80

/** The phone: one tab for every number that has received something, and the thread of the one that is shown. */
export function createPhone(language: Language, actions: Actions) {
  const tabs = element('div', {
    class: 'phone-tabs',
    role: 'tablist',
    'aria-orientation': 'vertical',
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
  let shownNumber: string | undefined
  let shownMessage: string | undefined
  roveFocus(tabs, 'tab')

  function update(state: PageState) {
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
    reconcile(thread, shown ? shown.messages.map((message) => bubble(message, state)) : [nothingYet(language)])
    const named = shown?.messages.find(({ id }) => id === state.chosenMessage)
    if (named && named.id !== shownMessage)
      document.getElementById(`message-${named.id}`)?.scrollIntoView({ block: 'center' })
    else if (!stays && !named) thread.scrollTop = thread.scrollHeight
    shownMessage = named?.id
  }

  return { node, update }
}

const nothingYet = (language: Language) => ({
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

/** The status bar of a phone: decoration, hidden from screen readers. */
const statusBar = () =>
  element(
    'div',
    { class: 'status-bar', 'aria-hidden': 'true' },
    element('span', { class: 'carrier' }, 'straks'),
    element('span', { class: 'signal' }, element('i'), element('i'), element('i'), element('i')),
    element('span', { class: 'battery' }),
  )
