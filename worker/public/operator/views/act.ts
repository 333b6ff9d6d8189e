import { type Language, say } from '@straks/shared'
import { element } from '../../common/element.ts'
import { type Part, reconcile } from '../../common/reconcile.ts'
import type { DeskState } from '../model/desk-state.ts'
import { ACT_WORDS } from '../words/act-words.ts'
import { DESK_WORDS } from '../words/desk-words.ts'
import type { Actions } from './actions.ts'
import { askToConfirm } from './confirm.ts'
import { dataTable } from './data-table.ts'
import { textField } from './field.ts'
import { number } from './numbers.ts'
import { redriveForm } from './redrive-form.ts'
import { suppressForm } from './suppress-form.ts'

const isKnown = (what: string): what is keyof typeof ACT_WORDS => Object.hasOwn(ACT_WORDS, what)

/** What an erasure has answered. */
function erasedTable(erased: Readonly<Record<string, number>>, language: Language): HTMLElement {
  return dataTable(
    say(ACT_WORDS.answer, language),
    [say(ACT_WORDS.what, language), say(ACT_WORDS.count, language)],
    Object.entries(erased).map(([what, count]) => [isKnown(what) ? say(ACT_WORDS[what], language) : what, count]),
    (value) => number(value, language),
  )
}

/** What is done to many at once, and what cannot be undone. */
export function createAct(language: Language, actions: Actions) {
  const word = (name: keyof typeof ACT_WORDS): string => say(ACT_WORDS[name], language)
  const recipient = textField({ label: say(DESK_WORDS.recipient, language), name: 'erased-recipient', required: true })
  const eraseForm = element(
    'form',
    { class: 'fields' },
    recipient.node,
    element('button', { type: 'submit', class: 'danger' }, word('erase')),
  )
  eraseForm.addEventListener('submit', async (event) => {
    event.preventDefault()
    const text = recipient.control.value
    const typed = { label: word('typeAgain'), text }
    const question = { title: word('eraseTitle'), text: word('eraseAsk'), yes: word('erase'), typed }
    if (!(await askToConfirm(question, language))) return
    recipient.control.value = ''
    actions.erase(text)
  })

  async function again(): Promise<void> {
    const question = { title: word('againTitle'), text: word('eraseAgainAsk'), yes: word('eraseAgain') }
    if (await askToConfirm(question, language)) actions.eraseAgain()
  }

  const answer = element('div', { class: 'answer' })
  const part = (
    title: 'redriveTitle' | 'suppressTitle' | 'eraseTitle' | 'againTitle',
    text: string,
    ...nodes: Node[]
  ) =>
    element(
      'section',
      { class: 'sheet', 'aria-label': word(title) },
      element('h2', {}, word(title)),
      element('p', {}, text),
      ...nodes,
    )
  const againButton = element('button', { type: 'button', class: 'danger', onclick: again }, word('eraseAgain'))
  const node = element(
    'div',
    { class: 'sheets' },
    part('redriveTitle', word('redriveText'), redriveForm(language, actions)),
    part('suppressTitle', word('suppressText'), suppressForm(language, actions)),
    part('eraseTitle', word('eraseText'), eraseForm, answer),
    part('againTitle', word('againText'), element('div', { class: 'buttons' }, againButton)),
  )

  function update({ erased }: DeskState): void {
    const table = (counts: Readonly<Record<string, number>>): Part => ({
      key: 'erased',
      version: JSON.stringify(counts),
      make: () => erasedTable(counts, language),
    })
    reconcile(answer, erased ? [table(erased)] : [])
  }

  return { node, update }
}
