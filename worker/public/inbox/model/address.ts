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
export function readAddress(hash: string): { readonly message: string } | { readonly view: InboxView } | undefined {
  const [, kind, word = ''] = hash.split('/')
  const message = kind === 'message' ? decoded(word) : undefined
  if (message !== undefined && message !== '') return { message }
  const view = VIEWS.find((one) => one === kind)
  return view && { view }
}
