import { element } from '../../common/element.ts'

let made = 0

/** A field under its label. The label is a line above, so that it stays readable while the field is filled. */
function labelled<Control extends HTMLElement>(label: string, control: Control, hint?: string) {
  made++
  control.id = `field-${made}`
  const hintId = `${control.id}-hint`
  if (hint !== undefined) control.setAttribute('aria-describedby', hintId)
  const node = element(
    'div',
    { class: 'field' },
    element('label', { for: control.id }, label),
    control,
    hint === undefined ? undefined : element('span', { class: 'hint', id: hintId }, hint),
  )
  return { node, control }
}

type TextField = {
  readonly label: string
  readonly name: string
  readonly value?: string
  readonly hint?: string | undefined
  readonly type?: 'text' | 'password'
  readonly required?: boolean
  readonly input?: (value: string) => void
}

/** As long as what the API takes. */
const MAX_LENGTH = 4_096

/** A field for a text. The browser neither keeps nor corrects what is written in it: it may name a person. */
export function textField({ label, name, value = '', hint, type = 'text', required = false, input }: TextField) {
  const control = element('input', {
    type,
    name,
    value,
    required,
    maxlength: MAX_LENGTH,
    'data-focus': name,
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    oninput: () => input?.(control.value),
  })
  return labelled(label, control, hint)
}

type SelectField = {
  readonly label: string
  readonly name: string
  readonly options: readonly (readonly [value: string, label: string])[]
  readonly value: string
  readonly choose: (value: string) => void
}

/** A choice among a few. */
export function selectField({ label, name, options, value, choose }: SelectField) {
  const control = element(
    'select',
    { name, 'data-focus': name, onchange: () => choose(control.value) },
    ...options.map(([one, words]) => element('option', { value: one, selected: one === value }, words)),
  )
  return labelled(label, control)
}
