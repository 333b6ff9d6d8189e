/**
 * @import { Language } from '@straks/shared'
 * @import { InboxMessage } from '../../providers/inbox/inbox-message.ts'
 * @import { Part } from '../dom/reconcile.js'
 */
import { copyButton } from '../dom/copy-button.js'
import { element } from '../dom/element.js'
import { reconcile } from '../dom/reconcile.js'
import { oneTimeCode } from '../model/one-time-code.js'
import { smsRoom } from '../model/sms-size.js'
import { MESSAGE_WORDS } from '../words/message-words.js'
import { say } from '../words/say.js'
import { statusTimeline } from './status.js'
import { shortTime } from './time.js'

/**
 * An SMS as its phone shows it, and below it what the phone does not: its size and what has become of it.
 *
 * @param {InboxMessage} message
 * @param {Language} language
 * @returns {Part}
 */
export function bubble(message, language) {
  const { id, from, body, receivedAt, simulated, size } = message
  return {
    key: id,
    make() {
      const code = oneTimeCode(body)
      return element(
        'li',
        { class: 'message' },
        element(
          'p',
          { class: 'message-head' },
          element('b', {}, from),
          element('time', { datetime: receivedAt }, shortTime(receivedAt, language)),
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
      const place = node.querySelector('.message-status')
      if (place instanceof HTMLElement) reconcile(place, [statusTimeline(message, language, { open: false })])
    },
  }
}

/**
 * `2 SMS · GSM-7 · 200/306`, and a bar for each SMS as full as it is.
 *
 * @param {NonNullable<InboxMessage['size']>} size
 * @param {Language} language
 * @returns {HTMLElement}
 */
function sizeLine(size, language) {
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
