import { type Language, say } from '@straks/shared'
import { element, setAttribute } from '../../common/element.ts'
import { type InboxView, viewAddress } from '../model/address.ts'
import type { PageState } from '../model/page-state.ts'
import { ACTIVITY_WORDS } from '../words/activity-words.ts'

/** The links to the parts of the page. SMS and e-mail are one part where there is room for both. */
const LINKS = [
  { view: 'sms', word: 'messages', on: 'wide' },
  { view: 'sms', word: 'sms', on: 'narrow' },
  { view: 'email', word: 'email', on: 'narrow' },
  { view: 'activity', word: 'activity', on: 'both' },
] as const satisfies readonly { view: InboxView; word: keyof typeof ACTIVITY_WORDS; on: string }[]

/** The parts of the page, the open one marked. */
export function createViewLinks(language: Language) {
  const links = LINKS.map(({ view, word, on }) => {
    const node = element(
      'a',
      { href: viewAddress(view), class: on, 'data-focus': `view ${word}` },
      say(ACTIVITY_WORDS[word], language),
    )
    const isOpen = (open: InboxView): boolean => open === view || (on === 'wide' && open !== 'activity')
    return { node, isOpen }
  })
  const node = element(
    'nav',
    { class: 'views', 'aria-label': say(ACTIVITY_WORDS.views, language) },
    ...links.map((link) => link.node),
  )
  return {
    node,
    update({ view }: PageState): void {
      for (const link of links) setAttribute(link.node, 'aria-current', link.isOpen(view) ? 'page' : undefined)
    },
  }
}
