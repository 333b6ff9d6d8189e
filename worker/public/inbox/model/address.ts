import { decoded } from '../../common/decoded.ts'

/** The parts of the page, each with an address of its own. */
const VIEWS = ['sms', 'email', 'activity'] as const
export type InboxView = (typeof VIEWS)[number]

/** The part that is open where the address names none. */
export const FIRST_VIEW: InboxView = 'sms'

/** Where a part of the page is. */
export const viewAddress = (view: InboxView): string => `#/${view}`

/** Where one message is: the same on every page that is open, and after a reload. */
export const messageAddress = (id: string): string => `#/message/${encodeURIComponent(id)}`

/** What an address leads to: one message, or a part of the page. */
type Place = { readonly kind: 'message'; readonly id: string } | { readonly kind: 'view'; readonly view: InboxView }

/** The place that an address names; `undefined` where there is none. */
export function readAddress(hash: string): Place | undefined {
  const [, kind, word = ''] = hash.split('/')
  const id = kind === 'message' ? decoded(word) : undefined
  if (id !== undefined && id !== '') return { kind: 'message', id }
  const view = VIEWS.find((one) => one === kind)
  return view && { kind: 'view', view }
}
