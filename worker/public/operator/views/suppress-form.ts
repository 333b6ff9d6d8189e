import { type Language, say } from '@straks/shared'
import { element } from '../../common/element.ts'
import { ACT_WORDS } from '../words/act-words.ts'
import { DESK_WORDS } from '../words/desk-words.ts'
import type { Actions } from './actions.ts'
import { askToConfirm } from './confirm.ts'
import { textField } from './field.ts'

/** Suppresses an address for the mail of an organisation, or lifts that, after it has said what will happen. */
export function suppressForm(language: Language, actions: Actions): HTMLElement {
  const word = (name: keyof typeof ACT_WORDS): string => say(ACT_WORDS[name], language)
  const organization = textField({
    label: say(DESK_WORDS.organization, language),
    name: 'suppress-organization',
    required: true,
  })
  const emailAddress = textField({ label: word('emailAddress'), name: 'suppress-address', required: true })
  const form = element(
    'form',
    { class: 'fields' },
    organization.node,
    emailAddress.node,
    element('button', { type: 'submit', class: 'primary', value: 'suppress' }, word('suppress')),
    element('button', { type: 'submit', value: 'lift' }, word('lift')),
  )
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const isLift = event.submitter instanceof HTMLButtonElement && event.submitter.value === 'lift'
    const action = isLift ? 'lift' : 'suppress'
    const whose = { organization: organization.control.value.trim(), emailAddress: emailAddress.control.value.trim() }
    const text = say(isLift ? ACT_WORDS.liftAsk : ACT_WORDS.suppressAsk, language, whose)
    if (!(await askToConfirm({ title: word('suppressTitle'), text, yes: word(action) }, language))) return
    emailAddress.control.value = ''
    actions.suppress(action, whose)
  })
  return form
}
