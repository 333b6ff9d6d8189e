import { element } from '../../common/element.ts'
import type { Part } from '../../common/reconcile.ts'

/** The button under a list that has more. */
export const moreButton = (words: string, isBusy: boolean, onclick: () => void): Part => ({
  key: 'more',
  make: () => element('button', { type: 'button', 'data-focus': 'more', onclick }, words),
  update: (node) => node.toggleAttribute('aria-busy', isBusy),
})
