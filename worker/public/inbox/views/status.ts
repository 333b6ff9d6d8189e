import { type Language, say } from '@straks/shared'
import type { InboxMessage } from '../../../providers/inbox/inbox-message.ts'
import { element } from '../../common/element.ts'
import { icon } from '../../common/icon.ts'
import type { Part } from '../../common/reconcile.ts'
import type { Status } from '../../common/status-words.ts'
import { STATUS_WORDS, stageOf } from '../../common/status-words.ts'
import { elapsed, exactTime } from '../../common/time.ts'
import { MESSAGE_WORDS } from '../words/message-words.ts'

const STAGE_ICONS = { underway: 'clock', delivered: 'tick', failed: 'cross' } as const

/** The timelines that someone has opened or closed, so that a later status leaves them as they are. */
const opened: Map<string, boolean> = new Map()

const inWords = (status: Status, language: Language): string =>
  STATUS_WORDS[status] ? say(STATUS_WORDS[status], language) : status

/** A status at a glance: its sign and, where there is room, its words. */
export function statusBadge(status: Status, language: Language, show: 'words' | 'sign' = 'words'): HTMLElement {
  const stage = stageOf(status)
  const words = element('span', { class: show === 'sign' ? 'unseen' : 'badge-words' }, inWords(status, language))
  return element('span', { class: `badge ${stage}` }, icon(STAGE_ICONS[stage]), words)
}

/** A message's status, which opens into everything that has happened to it. */
export function statusTimeline(message: InboxMessage, language: Language, initially: { open: boolean }): Part {
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

function step(
  { status, at }: InboxMessage['timeline'][number],
  { receivedAt }: InboxMessage,
  language: Language,
): HTMLElement {
  return element(
    'li',
    { class: stageOf(status) },
    element('span', { class: 'step-words' }, inWords(status, language)),
    element('code', {}, status),
    element('time', { datetime: at }, exactTime(at, language)),
    element('span', { class: 'elapsed' }, elapsed(receivedAt, at, language)),
  )
}
