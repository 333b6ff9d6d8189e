import { say } from '@straks/shared'
import { element } from '../common/element.ts'
import { icon } from '../common/icon.ts'
import { announce } from './announce.ts'
import { DOCS_WORDS, pageLanguage } from './words.ts'

/** How long a button says that it has copied. */
const THANKS_MS = 1_600

/** The code that is shown in a block: of several languages, the chosen one. */
const shownCode = (block: Element): string => block.querySelector('pre:not([hidden])')?.textContent ?? ''

function copyButton(block: Element): HTMLElement {
  const word = (name: 'copy' | 'copied' | 'notCopied'): string => say(DOCS_WORDS[name], pageLanguage())
  const words = element('span', {}, word('copy'))
  const tell = (text: string): void => {
    words.textContent = text
    announce(text)
    setTimeout(() => {
      words.textContent = word('copy')
    }, THANKS_MS)
  }
  return element(
    'button',
    {
      type: 'button',
      class: 'copy',
      onclick: () =>
        void navigator.clipboard.writeText(shownCode(block)).then(
          () => tell(word('copied')),
          () => tell(word('notCopied')),
        ),
    },
    icon('copy'),
    words,
  )
}

/** Gives every block of code a button that copies it, where the browser has a clipboard to give. */
export function addCopyButtons(within: ParentNode = document): void {
  if (!navigator.clipboard) return
  for (const block of within.querySelectorAll('.code')) block.querySelector('.code-head')?.append(copyButton(block))
}
