import { type Language, say } from '@straks/shared'
import { element } from '../../common/element.ts'
import type { ShipmentState } from '../model/answers.ts'
import type { DeskState, Filter } from '../model/desk-state.ts'
import { NO_FILTER } from '../model/desk-state.ts'
import { isShipmentId, SHIPMENT_STATES, shipmentAddress } from '../model/place.ts'
import { DESK_WORDS } from '../words/desk-words.ts'
import { FIND_WORDS } from '../words/find-words.ts'
import type { Actions } from './actions.ts'
import { selectField, textField } from './field.ts'

const TEXTS = ['recipient', 'organization', 'sendersReference', 'idempotencyId'] as const

const labelOf = (name: (typeof TEXTS)[number], language: Language): string =>
  say(name === 'idempotencyId' ? FIND_WORDS.idempotencyId : DESK_WORDS[name], language)

/** What is looked for, and the way to a shipment whose id is known. */
export function createFindForm(language: Language, actions: Actions) {
  const word = (name: keyof typeof FIND_WORDS): string => say(FIND_WORDS[name], language)
  let filter: Filter = NO_FILTER

  function write(change: Partial<Filter>): void {
    filter = { ...filter, ...change }
    actions.write(filter)
  }

  const texts = TEXTS.map((name) => ({
    name,
    ...textField({
      label: labelOf(name, language),
      name,
      input: (value) => write({ [name]: value }),
      hint: name === 'recipient' ? word('recipientHint') : undefined,
    }),
  }))
  const stateOf = (value: string): ShipmentState | '' => SHIPMENT_STATES.find((one) => one === value) ?? ''
  const states = ['', ...SHIPMENT_STATES] as const
  const state = selectField({
    label: say(DESK_WORDS.state, language),
    name: 'state',
    options: states.map((one) => [one, word(one === '' ? 'anyState' : one)]),
    value: '',
    choose: (value) => write({ state: stateOf(value) }),
  })
  const form = element(
    'form',
    { class: 'fields', role: 'search' },
    ...texts.map(({ node }) => node),
    state.node,
    element('button', { type: 'submit', class: 'primary' }, word('search')),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    actions.find()
  })

  return {
    node: element('div', { class: 'find-forms' }, form, idForm(language)),
    /** Fills the fields where something else has written the filter: a link, or the page in another language. */
    update({ filter: now }: DeskState): void {
      if (now === filter) return
      filter = now
      for (const { name, control } of texts) control.value = now[name]
      state.control.value = now.state
    },
  }
}

/** Leads to the shipment whose id is written. */
function idForm(language: Language): HTMLElement {
  const word = (name: keyof typeof FIND_WORDS): string => say(FIND_WORDS[name], language)
  const id = textField({
    label: word('byId'),
    name: 'shipmentId',
    required: true,
    input: () => id.control.setCustomValidity(''),
  })
  const form = element('form', { class: 'fields by-id' }, id.node, element('button', { type: 'submit' }, word('open')))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const written = id.control.value.trim()
    if (isShipmentId(written)) location.hash = shipmentAddress(written)
    else {
      id.control.setCustomValidity(word('noId'))
      id.control.reportValidity()
    }
  })
  return form
}
