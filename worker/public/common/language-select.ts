import { LANGUAGES, type Language, say } from '@straks/shared'
import { COMMON_WORDS } from './common-words.ts'
import { element } from './element.ts'
import { LANGUAGE_NAMES } from './language.ts'

/** The choice of a language, each by its own name. */
export function languageSelect(language: Language, speak: (language: Language) => void): HTMLSelectElement {
  const options = LANGUAGES.map((one) =>
    element('option', { value: one, lang: one, selected: one === language }, LANGUAGE_NAMES[one]),
  )
  const select = element(
    'select',
    { 'aria-label': say(COMMON_WORDS.language, language), 'data-focus': 'language' },
    ...options,
  )
  select.addEventListener('change', () => {
    const chosen = LANGUAGES.find((one) => one === select.value)
    if (chosen) speak(chosen)
  })
  return select
}
