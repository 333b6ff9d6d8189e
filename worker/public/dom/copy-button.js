import { PAGE_WORDS } from '../words/page-words.js'
import { say } from '../words/say.js'
import { element } from './element.js'
import { icon } from './icon.js'

/** @import { Language } from '@straks/shared' */

/** How long the button says that it has copied. */
const THANKS_MS = 1_600

/**
 * A button that copies a text; nothing where the browser has no clipboard to give.
 *
 * @param {string} text
 * @param {string} label what the button says
 * @param {Language} language
 * @returns {HTMLElement | undefined}
 */
export function copyButton(text, label, language) {
  if (!navigator.clipboard) return undefined
  const words = element('span', {}, label)
  const button = element('button', { class: 'copy', type: 'button', 'data-focus': `copy ${text}` }, icon('copy'), words)
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text).then(
      () => {
        words.textContent = say(PAGE_WORDS.copied, language)
      },
      () => {
        words.textContent = say(PAGE_WORDS.copyFailed, language)
      },
    )
    setTimeout(() => {
      words.textContent = label
    }, THANKS_MS)
  })
  return button
}
