import { type Finding, type Language, type OrderRequest, type Path, say, type Words } from '@straks/shared'
import type { AddressPolicy } from '../conditions/may-ask.ts'
import { mayAsk } from '../conditions/may-ask.ts'
import { REFUSAL_WORDS } from '../conditions/refusal-words.ts'

/** How much earlier than now a moment may be: a client that writes "now" has a clock of its own. */
const CLOCK_TOLERANCE_MS = 30_000

const PAST: Words = {
  en: 'RequestedSendTime must be greater than or equal to now.',
  nb: '`requestedSendTime` er i fortiden. Utelat den for å sende med en gang.',
  nn: '`requestedSendTime` er i fortida. Utelat han for å sende med ein gong.',
}

/** What a verdict depends on beside the request itself: the hour, and where the service runs. */
export type Circumstances = AddressPolicy & { readonly nowMs: number; readonly language: Language }

type Part = Pick<OrderRequest, 'requestedSendTime' | 'conditionEndpoint'>

function* findingsIn(part: Part, path: Path, circumstances: Circumstances): Generator<Finding> {
  const { requestedSendTime, conditionEndpoint } = part
  const { nowMs, language } = circumstances
  if (requestedSendTime !== undefined && Date.parse(requestedSendTime) < nowMs - CLOCK_TOLERANCE_MS)
    yield {
      code: 'requested-send-time',
      severity: 'error',
      path: [...path, 'requestedSendTime'],
      message: say(PAST, language),
    }
  const address = conditionEndpoint === undefined ? undefined : mayAsk(conditionEndpoint, circumstances)
  if (address && !address.ok)
    yield {
      code: 'condition-endpoint',
      severity: 'error',
      path: [...path, 'conditionEndpoint'],
      message: say(REFUSAL_WORDS[address.failure], language, { name: 'conditionEndpoint' }),
    }
}

/**
 * What is wrong with an order here and now, though its text is right: a moment that has passed, a condition that this
 * service does not ask. The judge knows neither the hour nor the place.
 */
export const refusalsOf = (request: OrderRequest, circumstances: Circumstances): readonly Finding[] => [
  ...findingsIn(request, [], circumstances),
  ...(request.reminders ?? []).flatMap((reminder, index) => [
    ...findingsIn(reminder, ['reminders', index], circumstances),
  ]),
]
