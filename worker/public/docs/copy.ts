import { element } from '../common/element.ts'
import { icon } from '../common/icon.ts'
import { announce } from './announce.ts'

/** How long a button says that it has copied. */
const THANKS_MS = 1_600

/** The code that is shown in a block: of several languages, the chosen one. */
const shownCode = (block: Element): string => block.querySelector('pre:not([hidden])')?.textContent ?? ''

function copyButton(block: Element): HTMLElement {
  const words = element('span', {}, 'Copy')
  const say = (text: string): void => {
    words.textContent = text
    announce(text)
    setTimeout(() => {
      words.textContent = 'Copy'
    }, THANKS_MS)
  }
  return element(
    'button',
    {
      type: 'button',
      class: 'copy',
      onclick: () =>
        void navigator.clipboard.writeText(shownCode(block)).then(
          () => say('Copied'),
          () => say('Not copied'),
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
