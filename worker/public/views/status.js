/**
 * @import { Language } from '@straks/shared'
 * @import { InboxMessage } from '../../providers/inbox/inbox-message.ts'
 * @import { Part } from '../dom/reconcile.js'
 * @import { Status } from '../words/status-words.js'
 */
import { element } from '../dom/element.js'
import { icon } from '../dom/icon.js'
import { MESSAGE_WORDS } from '../words/message-words.js'
import { say } from '../words/say.js'
import { STATUS_WORDS, stageOf } from '../words/status-words.js'
import { elapsed, exactTime } from './time.js'

const STAGE_ICONS = /** @type {const} */ ({ underway: 'clock', delivered: 'tick', failed: 'cross' })

/** The timelines that someone has opened or closed, so that a later status leaves them as they are. @type {Map<string, boolean>} */
const opened = new Map()

/** @param {Status} status @param {Language} language @returns {string} */
const inWords = (status, language) => (STATUS_WORDS[status] ? say(STATUS_WORDS[status], language) : status)

/**
 * A status at a glance: its sign and, where there is room, its words.
 *
 * @param {Status} status
 * @param {Language} language
 * @param {'words' | 'sign'} [show]
 * @returns {HTMLElement}
 */
export function statusBadge(status, language, show = 'words') {
  const stage = stageOf(status)
  const words = element('span', { class: show === 'sign' ? 'unseen' : 'badge-words' }, inWords(status, language))
  return element('span', { class: `badge ${stage}` }, icon(STAGE_ICONS[stage]), words)
}

/**
 * A message's status, which opens into everything that has happened to it.
 *
 * @param {InboxMessage} message
 * @param {Language} language
 * @param {{ open: boolean }} initially
 * @returns {Part}
 */
export function statusTimeline(message, language, initially) {
  const { id, status, timeline } = message
  return {
    key: `status ${id}`,
    version: `${timeline.length} ${status}`,
    make() {
      const label = element('span', { class: 'timeline-label' }, say(MESSAGE_WORDS.timeline, language))
      const summary = element('summary', { 'data-focus': `status ${id}` }, statusBadge(status, language), label)
      const steps = element('ol', { class: 'timeline' }, ...timeline.map((entry) => step(entry, message, language)))
      const details = element('details', { class: 'status', open: opened.get(id) ?? initially.open }, summary, steps)
      details.addEventListener('toggle', () => opened.set(id, details.open))
      summary.addEventListener('click', () => requestAnimationFrame(() => details.scrollIntoView({ block: 'nearest' })))
      return details
    },
  }
}

/**
 * @param {InboxMessage['timeline'][number]} entry
 * @param {InboxMessage} message
 * @param {Language} language
 * @returns {HTMLElement}
 */
function step({ status, at }, { receivedAt }, language) {
  return element(
    'li',
    { class: stageOf(status) },
    element('span', { class: 'step-words' }, inWords(status, language)),
    element('code', {}, status),
    element('time', { datetime: at }, exactTime(at, language)),
    element('span', { class: 'elapsed' }, elapsed(receivedAt, at, language)),
  )
}
