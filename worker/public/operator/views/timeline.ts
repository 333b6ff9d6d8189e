import { type Language, say, type WordData } from '@straks/shared'
import { element } from '../../common/element.ts'
import { clockTime, elapsed, exactTime, longTime } from '../../common/time.ts'
import type { TimelineEvent } from '../model/answers.ts'
import { AUDIT_WORDS } from '../words/audit-words.ts'
import { EVENT_WORDS } from '../words/shipment-words.ts'
import { badgeStageOf, statusText } from './status-badge.ts'
import { LEFT_ALONE, wireText } from './why.ts'

/** What fills the places of an event's words. */
function dataOf(event: TimelineEvent, language: Language): WordData {
  switch (event.event) {
    case 'postponed':
      return { obstacle: wireText(event.obstacle, language) }
    case 'claimed':
    case 'lease-ended':
      return { attempt: event.attempt }
    case 'asked':
      return { provider: event.provider }
    case 'answered':
      return {
        provider: event.provider,
        outcome: wireText(event.code === LEFT_ALONE ? LEFT_ALONE : event.outcome, language),
      }
    case 'receipt':
      return { provider: event.provider, says: wireText(statusText(event.says, language), language) }
    case 'waits':
      return { until: clockTime(event.until, language) }
    case 'given-up':
      return { reason: wireText(event.reason, language) }
    case 'operator':
      return { who: event.who, action: say(AUDIT_WORDS[event.action], language) }
    case 'webhook':
      return { outcome: wireText(event.outcome, language) }
    case 'ended':
      return { status: statusText(event.status, language) }
    default:
      return {}
  }
}

const GOOD: ReadonlySet<string> = new Set(['taken', 'delivered', 'accepted'])

/** Whether an event is good news, bad news or neither. */
function toneOf(event: TimelineEvent): string {
  if (event.event === 'ended') return badgeStageOf(event.status)
  if (event.event === 'given-up' || event.event === 'lease-ended') return 'failed'
  if (event.event === 'answered') return GOOD.has(event.outcome) ? 'underway' : 'failed'
  if (event.event === 'receipt') return GOOD.has(event.says) ? 'delivered' : 'failed'
  return 'underway'
}

/** The wire's own words: the event, the provider's code, the message it is about. */
function wireWords(event: TimelineEvent): string {
  const code = 'code' in event ? event.code : event.event === 'webhook' ? event.status : undefined
  const status = event.event === 'ended' ? event.status : event.event === 'receipt' ? event.says : undefined
  const delivery = 'delivery' in event ? event.delivery : undefined
  return [event.event, status, code, delivery].filter((word) => word !== undefined).join(' · ')
}

/** What happened, in order; each moment with how long it was after the first. */
export function timelineList(timeline: readonly TimelineEvent[], language: Language): HTMLElement {
  const first = timeline[0]?.at ?? ''
  return element(
    'ol',
    { class: 'timeline' },
    ...timeline.map((event) =>
      element(
        'li',
        { class: toneOf(event) },
        element('span', { class: 'step-words' }, say(EVENT_WORDS[event.event], language, dataOf(event, language))),
        element('code', {}, wireWords(event)),
        element('time', { datetime: event.at, title: longTime(event.at, language) }, exactTime(event.at, language)),
        element('span', { class: 'elapsed' }, elapsed(first, event.at, language)),
      ),
    ),
  )
}
