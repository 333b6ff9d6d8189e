import { type Language, say } from '@straks/shared'
import { element } from '../../common/element.ts'
import { type Part, reconcile } from '../../common/reconcile.ts'
import type { Move } from '../control/act.ts'
import type { ShipmentWithTimeline } from '../model/answers.ts'
import type { DeskState } from '../model/desk-state.ts'
import { viewAddress } from '../model/place.ts'
import { DESK_WORDS } from '../words/desk-words.ts'
import { SHIPMENT_WORDS } from '../words/shipment-words.ts'
import type { Actions } from './actions.ts'
import { askToConfirm } from './confirm.ts'
import { deliveriesTable, shipmentFacts } from './shipment-facts.ts'
import { timelineList } from './timeline.ts'
import { whyText } from './why.ts'

const MOVES = ['redrive', 'give-up', 'cancel'] as const satisfies readonly Move[]

/** What can be done with it. The service says where it cannot: what is shown here may be old. */
function moves({ shipmentId, organization }: ShipmentWithTimeline, language: Language, actions: Actions): HTMLElement {
  const word = (name: keyof typeof SHIPMENT_WORDS): string => say(SHIPMENT_WORDS[name], language)
  const buttons = MOVES.map((move) =>
    element(
      'button',
      {
        type: 'button',
        'data-focus': move,
        onclick: async () => {
          const question = { title: word(move), text: word(`${move}Ask`), yes: word(move) }
          if (await askToConfirm(question, language)) actions.move(shipmentId, organization, move)
        },
      },
      word(move),
    ),
  )
  const again = element('button', { type: 'button', 'data-focus': 'again', onclick: actions.retry }, word('refresh'))
  return element('div', { class: 'buttons', role: 'group', 'aria-label': word('actions') }, ...buttons, again)
}

function parts(shipment: ShipmentWithTimeline, language: Language, actions: Actions): readonly Part[] {
  const version = `${shipment.lastUpdate} ${shipment.timeline.length} ${shipment.status} ${shipment.recipient}`
  const word = (name: keyof typeof SHIPMENT_WORDS): string => say(SHIPMENT_WORDS[name], language)
  const part = (key: string, ...make: (() => HTMLElement)[]): Part => ({
    key,
    version: `${shipment.shipmentId} ${version}`,
    make: () => element('div', { class: `part of-${key}` }, ...make.map((one) => one())),
  })
  const title = (name: keyof typeof SHIPMENT_WORDS) => () => element('h3', {}, word(name))
  return [
    part('why', title('why'), () => element('p', {}, whyText(shipment, language))),
    { key: 'moves', version: shipment.shipmentId, make: () => moves(shipment, language, actions) },
    part('facts', () => shipmentFacts(shipment, language)),
    part('deliveries', () => deliveriesTable(shipment, language)),
    part('timeline', title('timeline'), () => timelineList(shipment.timeline, language)),
  ]
}

/** One shipment: why it is where it is, what can be done, and all that happened to it. Never its text. */
export function createShipment(language: Language, actions: Actions) {
  const word = (name: keyof typeof SHIPMENT_WORDS): string => say(SHIPMENT_WORDS[name], language)
  const body = element('div', { class: 'shipment' })
  const back = element('a', { href: viewAddress('find') }, say(DESK_WORDS.back, language))
  const node = element(
    'section',
    { class: 'sheet', 'aria-label': word('title') },
    element('div', { class: 'sheet-head' }, element('h2', {}, word('title')), back),
    body,
  )
  const missing: Part = {
    key: 'missing',
    make: () =>
      element(
        'div',
        { class: 'trouble', role: 'alert' },
        element('h3', {}, word('missing')),
        element('p', {}, word('missingText')),
      ),
  }
  return {
    node,
    update({ shipment }: DeskState): void {
      reconcile(body, shipment ? parts(shipment, language, actions) : shipment === null ? [missing] : [])
    },
  }
}
