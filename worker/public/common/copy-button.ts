import { type Language, say } from '@straks/shared'
import { COMMON_WORDS } from './common-words.ts'
import { element } from './element.ts'
import { icon } from './icon.ts'

/** How long the button says that it has copied. */
const THANKS_MS = 1_600

/**
 * A button that copies a text; nothing where the browser has no clipboard to give.
 *
 * @param label what the button says
 */
export function copyButton(text: string, label: string, language: Language): HTMLElement | undefined {
  if (!navigator.clipboard) return undefined
  const words = element('span', {}, label)
  const button = element('button', { class: 'copy', type: 'button', 'data-focus': `copy ${text}` }, icon('copy'), words)
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text).then(
      () => {
        words.textContent = say(COMMON_WORDS.copied, language)
      },
      () => {
        words.textContent = say(COMMON_WORDS.copyFailed, language)
      },
    )
    setTimeout(() => {
      words.textContent = label
    }, THANKS_MS)
  })
  return button
}
