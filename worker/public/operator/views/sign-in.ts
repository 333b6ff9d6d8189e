import { type Language, say } from '@straks/shared'
import { element } from '../../common/element.ts'
import type { Part } from '../../common/reconcile.ts'
import type { DeskState, Refusal } from '../model/desk-state.ts'
import { isServedInDevelopment } from '../server/session.ts'
import { DESK_WORDS } from '../words/desk-words.ts'
import type { Actions } from './actions.ts'
import { textField } from './field.ts'

const SCOPE = 'straks:operator'

/** Why the reader has to sign in again. */
function refusalText({ status, why }: Refusal, language: Language): HTMLElement {
  const words = status === 401 ? DESK_WORDS.unauthenticated : DESK_WORDS.forbidden
  return element(
    'p',
    { class: 'banner', role: 'alert' },
    element('b', {}, say(words, language)),
    why === '' ? undefined : element('span', {}, why),
  )
}

/** What stands in the place of the views until the reader has a token. */
export function signIn({ language, refusal }: DeskState, actions: Actions): Part {
  const word = (name: keyof typeof DESK_WORDS): string => say(DESK_WORDS[name], language, { scope: SCOPE })
  return {
    key: 'sign in',
    version: JSON.stringify(refusal ?? ''),
    make() {
      const token = textField({ label: word('token'), name: 'token', type: 'password', required: true })
      const form = element(
        'form',
        { class: 'sign-in' },
        element('h2', {}, word('signIn')),
        refusal ? refusalText(refusal, language) : undefined,
        element('p', { class: 'hint' }, word('signInText')),
        token.node,
        element(
          'div',
          { class: 'buttons' },
          element('button', { type: 'submit', class: 'primary' }, word('signIn')),
          isServedInDevelopment()
            ? element('button', { type: 'button', onclick: actions.developmentToken }, word('developmentToken'))
            : undefined,
        ),
      )
      form.addEventListener('submit', (event) => {
        event.preventDefault()
        actions.signIn(token.control.value)
      })
      return form
    },
  }
}
