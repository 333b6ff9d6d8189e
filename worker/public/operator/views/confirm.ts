import { type Language, say } from '@straks/shared'
import { element } from '../../common/element.ts'
import { DESK_WORDS } from '../words/desk-words.ts'
import { textField } from './field.ts'

type Question = {
  readonly title: string
  readonly text: string
  /** What the button says that does it. */
  readonly yes: string
  /** What has to be written once more before that button can be pressed, and what its field is called. */
  readonly typed?: { readonly label: string; readonly text: string }
}

/** Asks before something that cannot be undone. Escape, and a press on *Leave it*, do nothing. */
export function askToConfirm({ title, text, yes, typed }: Question, language: Language): Promise<boolean> {
  const does = element('button', { type: 'submit', class: 'primary', value: 'yes', disabled: typed !== undefined }, yes)
  const field =
    typed &&
    textField({
      label: typed.label,
      name: 'typed',
      input: (value) => {
        does.disabled = value.trim() !== typed.text.trim()
      },
    })
  const leave = element('button', { type: 'button' }, say(DESK_WORDS.cancel, language))
  const form = element('form', { method: 'dialog' }, field?.node, element('div', { class: 'buttons' }, does, leave))
  const heading = element('h2', { id: 'question' }, title)
  const dialog = element('dialog', { 'aria-labelledby': 'question' }, heading, element('p', {}, text), form)
  const before = document.activeElement
  const { promise, resolve } = Promise.withResolvers<boolean>()
  leave.addEventListener('click', () => dialog.close())
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    dialog.close('yes')
  })
  dialog.addEventListener('close', () => {
    dialog.remove()
    if (before instanceof HTMLElement) before.focus()
    resolve(dialog.returnValue === 'yes')
  })
  document.body.append(dialog)
  dialog.showModal()
  if (!field) leave.focus()
  return promise
}
