import { type Language, say } from '@straks/shared'
import { COMMON_WORDS } from '../../common/common-words.ts'
import { copyButton } from '../../common/copy-button.ts'
import { element } from '../../common/element.ts'
import { longTime } from '../../common/time.ts'
import type { ShipmentWithTimeline } from '../model/answers.ts'
import { foundAddress } from '../model/place.ts'
import { DESK_WORDS } from '../words/desk-words.ts'
import { FIND_WORDS } from '../words/find-words.ts'
import { SHIPMENT_WORDS } from '../words/shipment-words.ts'
import { channelName } from './channel-name.ts'
import { dataTable } from './data-table.ts'
import { number } from './numbers.ts'
import { statusBadge } from './status-badge.ts'

type Fact = readonly [name: string, ...value: (Node | string | undefined)[]]

/** What a shipment is. */
export function shipmentFacts(shipment: ShipmentWithTimeline, language: Language): HTMLElement {
  const word = (name: keyof typeof SHIPMENT_WORDS): string => say(SHIPMENT_WORDS[name], language)
  const { shipmentId, organization, status, recipient, sendersReference, type, channel } = shipment
  const copy = copyButton(shipmentId, say(COMMON_WORDS.copy, language), language)
  const facts: readonly Fact[] = [
    [word('status'), statusBadge(status, language), ' ', element('code', {}, status)],
    [say(DESK_WORDS.shipment, language), element('code', {}, shipmentId), ' ', copy],
    [say(DESK_WORDS.organization, language), element('a', { href: foundAddress({ organization }) }, organization)],
    [say(DESK_WORDS.recipient, language), recipient === '' ? say(FIND_WORDS.erasedRecipient, language) : recipient],
    [say(DESK_WORDS.sendersReference, language), sendersReference ?? '–'],
    [word('type'), `${type} · ${channelName(channel, language)}`],
    [word('acceptedAt'), longTime(shipment.acceptedAt, language)],
    [word('dueAt'), longTime(shipment.dueAt, language)],
    [word('lastUpdate'), longTime(shipment.lastUpdate, language)],
  ]
  const pairs = facts.flatMap(([name, ...value]) => [element('dt', {}, name), element('dd', {}, ...value)])
  return element('dl', { class: 'facts-of', 'aria-label': word('facts') }, ...pairs)
}

/** Its messages, one in a row. */
export function deliveriesTable({ deliveries }: ShipmentWithTimeline, language: Language): HTMLElement {
  const word = (name: keyof typeof SHIPMENT_WORDS): string => say(SHIPMENT_WORDS[name], language)
  if (deliveries.length === 0) return element('p', { class: 'hint' }, word('noDeliveries'))
  const heads = (['destination', 'status', 'attempts'] as const).map(word)
  return dataTable(
    word('deliveries'),
    [...heads, say(DESK_WORDS.provider, language), word('expiresAt'), word('reference')],
    deliveries.map((delivery) => [
      delivery.destination === '' ? say(FIND_WORDS.erasedRecipient, language) : delivery.destination,
      statusBadge(delivery.status, language),
      delivery.attempts,
      delivery.provider ?? '–',
      delivery.expiresAt === undefined ? '–' : longTime(delivery.expiresAt, language),
      element('code', {}, delivery.reference),
    ]),
    (value) => number(value, language),
  )
}
