import { type Language, say } from '@straks/shared'
import { element } from '../../common/element.ts'
import { type Part, reconcile } from '../../common/reconcile.ts'
import { shortTime } from '../../common/time.ts'
import type { Shipment } from '../model/answers.ts'
import type { DeskState } from '../model/desk-state.ts'
import { shipmentAddress } from '../model/place.ts'
import { DESK_WORDS } from '../words/desk-words.ts'
import { FIND_WORDS } from '../words/find-words.ts'
import type { Actions } from './actions.ts'
import { channelName } from './channel-name.ts'
import { createFindForm } from './find-form.ts'
import { moreButton } from './more-button.ts'
import { statusBadge } from './status-badge.ts'

/** One shipment in a line that leads to it: when, what became of it, to whom, whose. */
function foundRow(shipment: Shipment, language: Language): Part {
  const { shipmentId, organization, status, recipient, acceptedAt, channel } = shipment
  return {
    key: shipmentId,
    version: `${status} ${recipient}`,
    make: () =>
      element(
        'li',
        {},
        element(
          'a',
          { class: 'found-row', href: shipmentAddress(shipmentId, organization), 'data-focus': shipmentId },
          element('time', { datetime: acceptedAt }, shortTime(acceptedAt, language)),
          statusBadge(status, language),
          element('span', { class: 'to' }, recipient === '' ? say(FIND_WORDS.erasedRecipient, language) : recipient),
          element('span', { class: 'hint' }, `${organization} · ${channelName(channel, language)}`),
          element('code', {}, status),
        ),
      ),
  }
}

/** Finds shipments by what is known of them. */
export function createFind(language: Language, actions: Actions) {
  const form = createFindForm(language, actions)
  const list = element('ol', { class: 'found' })
  const below = element('div', { class: 'below' })
  const node = element(
    'section',
    { class: 'sheet', 'aria-label': say(FIND_WORDS.title, language) },
    element('h2', {}, say(FIND_WORDS.title, language)),
    form.node,
    element('h3', { class: 'unseen' }, say(FIND_WORDS.results, language)),
    list,
    below,
  )

  function update(state: DeskState): void {
    const { found, busy } = state
    form.update(state)
    reconcile(list, found?.items.map((shipment) => foundRow(shipment, language)) ?? [])
    const isEmpty = found !== undefined && found.items.length === 0 && found.next === null
    const nothing: Part = { key: 'nothing', make: () => element('p', {}, say(FIND_WORDS.nothing, language)) }
    const more = moreButton(say(DESK_WORDS.more, language), busy > 0, actions.findMore)
    reconcile(below, isEmpty ? [nothing] : found?.next ? [more] : [])
  }

  return { node, update }
}
