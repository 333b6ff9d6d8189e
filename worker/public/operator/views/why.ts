import { type Language, say, type WordData } from '@straks/shared'
import { clockTime, shortTime } from '../../common/time.ts'
import type { ShipmentWithTimeline, TimelineEvent } from '../model/answers.ts'
import { WIRE_WORDS } from '../words/shipment-words.ts'
import { WHY_WORDS } from '../words/why-words.ts'
import { badgeStageOf, statusText } from './status-badge.ts'

type EventOf<Name extends TimelineEvent['event']> = Extract<TimelineEvent, { readonly event: Name }>

/** The latest event of a kind. */
function lastOf<Name extends TimelineEvent['event']>(
  { timeline }: ShipmentWithTimeline,
  name: Name,
): EventOf<Name> | undefined {
  return timeline.findLast((event): event is EventOf<Name> => event.event === name)
}

/** What a word of the wire means; one that has no words here, as it is. */
export const wireText = (word: string, language: Language): string => {
  const words = WIRE_WORDS.get(word)
  return words ? say(words, language) : word
}

/** The code where a provider was not called, since it has asked for that. */
export const LEFT_ALONE = 'left-alone'

const inBrackets = (code: string | undefined): string => (code === undefined ? '' : ` (${code})`)

/** Whether an event is the message's own: looks at it and posts about it explain nothing. */
const isOwn = ({ event }: TimelineEvent): boolean => event !== 'operator' && event !== 'webhook'

const isAnswer = (event: TimelineEvent): event is EventOf<'answered'> => event.event === 'answered'

type Told = readonly [words: keyof typeof WHY_WORDS, data?: WordData]

/** Of an order that has no single message: what became of it as a whole. */
function whyOrder(shipment: ShipmentWithTimeline, language: Language): Told {
  const obstacle = shipment.timeline.findLast((event) => isOwn(event) && event.event !== 'due')
  if (shipment.status === 'Order_Cancelled') return ['cancelled']
  if (shipment.status === 'Order_SendConditionNotMet') return ['conditionNotMet']
  if (shipment.status === 'Order_Completed') return ['completed']
  if (obstacle?.event === 'postponed') return ['obstacle', { obstacle: wireText(obstacle.obstacle, language) }]
  return [shipment.status === 'Order_Registered' ? 'notDue' : 'underWay']
}

function whyFailed(shipment: ShipmentWithTimeline, status: string, language: Language): Told {
  const [answered, receipt, givenUp] = [
    lastOf(shipment, 'answered'),
    lastOf(shipment, 'receipt'),
    lastOf(shipment, 'given-up'),
  ]
  if (givenUp?.reason === 'erased') return ['erased']
  if (givenUp?.reason === 'cancelled') return ['cancelled']
  if (givenUp) return givenUp.reason === 'operator' ? ['givenUp'] : ['deadLetter', { reason: givenUp.reason }]
  const { provider = '' } = receipt ?? answered ?? {}
  const told = { provider, code: inBrackets((receipt ?? answered)?.code), status: statusText(status, language) }
  if (receipt && receipt.says !== 'accepted') return ['reportedFailed', told]
  if (answered?.outcome === 'refused') return ['refused', told]
  if (!status.endsWith('_TTL')) return ['endedAs', told]
  if (!answered) return ['outOfTime']
  // One that may have it is told of even where later attempts certainly failed.
  const doubt = shipment.timeline.findLast((event) => isAnswer(event) && event.outcome !== 'unavailable')
  if (!doubt || !isAnswer(doubt)) return ['unavailable', { ...told, attempts: answered.attempt }]
  return [doubt.outcome === 'uncertain' ? 'uncertain' : 'silent', { provider: doubt.provider }]
}

/** Whether the latest attempt had no provider to ask. One that is left alone has no more than an answer. */
const wasNotAsked = (timeline: ShipmentWithTimeline['timeline']): boolean =>
  timeline.findLast(({ event }) => event === 'claimed' || event === 'asked' || event === 'answered')?.event ===
  'claimed'

/** Of a message that waits for another attempt, by what came of the one before. */
function whyWaiting({ provider, code, outcome }: EventOf<'answered'>, until: string): Told {
  if (code === LEFT_ALONE) return ['leftAlone', { until, provider }]
  if (outcome === 'unavailable') return ['waits', { until, provider, code: inBrackets(code) }]
  return outcome === 'uncertain' ? ['waitsInDoubt', { until, provider, code: inBrackets(code) }] : ['underWay']
}

function whyUnderWay(shipment: ShipmentWithTimeline, language: Language): Told {
  const { timeline, deliveries } = shipment
  const last = timeline.findLast(isOwn)
  const answered = lastOf(shipment, 'answered')
  const opens = deliveries.find(({ waitsUntil }) => waitsUntil !== undefined)?.waitsUntil
  if (opens !== undefined) return ['waitsForWindow', { until: shortTime(opens, language) }]
  if (last?.event === 'waits' && wasNotAsked(timeline)) return ['allPaused', { until: clockTime(last.until, language) }]
  if (last?.event === 'receipt') return ['noReport', { provider: last.provider }]
  if (last?.event === 'waits' && answered) return whyWaiting(answered, clockTime(last.until, language))
  if (last?.event !== 'answered') return ['underWay']
  const { provider, outcome } = last
  if (outcome === 'uncertain') return ['mayHaveIt', { provider }]
  return outcome === 'taken' ? ['noReport', { provider }] : ['underWay']
}

function told(shipment: ShipmentWithTimeline, language: Language): Told {
  const [only, ...others] = shipment.deliveries
  const isWhole = shipment.status.startsWith('Order_')
  if (isWhole && (!only || others.length > 0)) return whyOrder(shipment, language)
  const status = only?.status ?? shipment.status
  const stage = badgeStageOf(status)
  if (stage === 'failed') return whyFailed(shipment, status, language)
  if (stage !== 'delivered') return whyUnderWay(shipment, language)
  const receipt = lastOf(shipment, 'receipt')
  const { provider } = receipt ?? lastOf(shipment, 'answered') ?? only ?? {}
  return [receipt ? 'delivered' : 'handedOver', { provider: provider ?? '' }]
}

/** Why a shipment is where it is, in one sentence, by what its timeline says. */
export function whyText(shipment: ShipmentWithTimeline, language: Language): string {
  const [words, data] = told(shipment, language)
  return say(WHY_WORDS[words], language, data)
}
