import { type Language, say } from '@straks/shared'
import { element } from '../../common/element.ts'
import { type Filter, NO_FILTER } from '../model/desk-state.ts'
import { ACT_WORDS } from '../words/act-words.ts'
import { DESK_WORDS } from '../words/desk-words.ts'
import { FIND_WORDS } from '../words/find-words.ts'
import type { Actions } from './actions.ts'
import { askToConfirm } from './confirm.ts'
import { selectField, textField } from './field.ts'

const TEXTS = ['organization', 'recipient', 'sendersReference'] as const

/** States of what has not ended: nothing else can be tried again. */
const STATES = ['unfinished', 'uncertain', 'dead'] as const

/** Tries everything again that fits, after it has said what fits. */
export function redriveForm(language: Language, actions: Actions): HTMLElement {
  let filter: Filter = { ...NO_FILTER, state: 'unfinished' }
  const texts = TEXTS.map((name) => {
    const input = (value: string) => {
      filter = { ...filter, [name]: value }
    }
    return textField({ label: say(DESK_WORDS[name], language), name: `redrive-${name}`, input })
  })
  const options = STATES.map((state) => [state, say(FIND_WORDS[state], language)] as const)
  const states = selectField({
    label: say(DESK_WORDS.state, language),
    name: 'redrive-state',
    options,
    value: filter.state,
    choose(value) {
      filter = { ...filter, state: STATES.find((state) => state === value) ?? 'unfinished' }
    },
  })
  const form = element(
    'form',
    { class: 'fields' },
    ...texts.map(({ node }) => node),
    states.node,
    element('button', { type: 'submit', class: 'primary' }, say(ACT_WORDS.redriveAll, language)),
  )

  /** The filter in words, as it will be sent. */
  function described(): string {
    const told = TEXTS.flatMap((name) => {
      const value = filter[name].trim()
      return value === '' ? [] : [`${say(DESK_WORDS[name], language)} ${value}`]
    })
    const state = STATES.find((one) => one === filter.state) ?? 'unfinished'
    return told.length === 0 && state === 'unfinished'
      ? say(ACT_WORDS.everything, language)
      : [...told, say(FIND_WORDS[state], language)].join(', ')
  }

  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const ask = filter.state === 'uncertain' ? ACT_WORDS.redriveUncertainAsk : ACT_WORDS.redriveAllAsk
    const text = say(ask, language, { filter: described() })
    const yes = say(ACT_WORDS.redriveAll, language)
    const asked = filter
    if (await askToConfirm({ title: say(ACT_WORDS.redriveTitle, language), text, yes }, language))
      actions.redriveAll(asked)
  })
  return form
}
