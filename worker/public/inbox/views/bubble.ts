import { type Language, say } from '@straks/shared'
import type { InboxMessage } from '../../../providers/inbox/inbox-message.ts'
import { copyButton } from '../../common/copy-button.ts'
import { element } from '../../common/element.ts'
import type { Part } from '../../common/reconcile.ts'
import { reconcile } from '../../common/reconcile.ts'
import { shortTime } from '../../common/time.ts'
import { messageAddress } from '../model/address.ts'
import { oneTimeCode } from '../model/one-time-code.ts'
import type { PageState } from '../model/page-state.ts'
import { smsRoom } from '../model/sms-size.ts'
import { MESSAGE_WORDS } from '../words/message-words.ts'
import { messageDetails } from './message-details.ts'
import { statusTimeline } from './status.ts'

/** An SMS as its phone shows it, and below it what the phone does not: its size and what has become of it. */
export function bubble(message: InboxMessage, state: PageState): Part {
  const { language } = state
  const { id, from, body, receivedAt, simulated, size } = message
  return {
    key: id,
    make() {
      const code = oneTimeCode(body)
      return element(
        'li',
        { class: 'message', id: `message-${id}` },
        element(
          'p',
          { class: 'message-head' },
          element('b', {}, from),
          element(
            'a',
            { href: messageAddress(id), 'data-focus': `link ${id}` },
            element('time', { datetime: receivedAt }, shortTime(receivedAt, language)),
          ),
        ),
        element(
          'div',
          { class: 'bubble' },
          element('p', {}, body),
          code === undefined ? undefined : copyButton(code, say(MESSAGE_WORDS.copyCode, language, { code }), language),
        ),
        size && sizeLine(size, language),
        simulated ? element('p', { class: 'hint' }, say(MESSAGE_WORDS.simulated, language)) : undefined,
        element('div', { class: 'message-status' }),
      )
    },
    update(node) {
      node.classList.toggle('chosen', state.chosenMessage === id)
      const place = node.querySelector('.message-status')
      if (place instanceof HTMLElement)
        reconcile(place, [statusTimeline(message, language, { open: false }), messageDetails(message, state)])
    },
  }
}

/** `2 SMS · GSM-7 · 200/306`, and a bar for each SMS as full as it is. */
function sizeLine(size: NonNullable<InboxMessage['size']>, language: Language): HTMLElement {
  const { encoding, units, parts } = size
  const { capacity, fill } = smsRoom(size)
  const bars = fill.map((share) => {
    const bar = element('i')
    bar.style.setProperty('--share', String(share))
    return bar
  })
  const used = say(MESSAGE_WORDS.capacity, language, { units, capacity })
  return element(
    'p',
    { class: 'size' },
    element('span', { class: 'parts', 'aria-hidden': 'true' }, ...bars),
    element(
      'span',
      {},
      `${say(MESSAGE_WORDS.size, language, { parts })} · ${encoding} · `,
      element('abbr', { title: used }, `${units}/${capacity}`),
    ),
  )
}
