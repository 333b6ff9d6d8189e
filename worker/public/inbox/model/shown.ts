import type { InboxMessage } from '../../../providers/inbox/inbox-message.ts'
import type { PageState } from './page-state.ts'

/** What one phone has received, oldest first. */
export type Conversation = { readonly number: string; readonly messages: readonly InboxMessage[] }

/** The phones, the one that received last first. */
export function conversations({ messages }: Pick<PageState, 'messages'>): readonly Conversation[] {
  const sms = [...messages.values()].filter(({ channel }) => channel === 'sms')
  const lastFirst = new Set(sms.toReversed().map(({ to }) => to))
  const byNumber = Map.groupBy(sms, ({ to }) => to)
  return [...lastFirst].map((number) => ({ number, messages: byNumber.get(number) ?? [] }))
}

/** The phone to show: the chosen one, or the one that received last. */
export function shownConversation(state: Pick<PageState, 'messages' | 'chosenNumber'>): Conversation | undefined {
  const all = conversations(state)
  return all.find(({ number }) => number === state.chosenNumber) ?? all[0]
}

/** The mails, newest first. */
export const mails = ({ messages }: Pick<PageState, 'messages'>): readonly InboxMessage[] =>
  [...messages.values()].filter(({ channel }) => channel === 'email').toReversed()

/** The mail to show: the chosen one, or the newest. */
export function shownMail(state: Pick<PageState, 'messages' | 'chosenMail'>): InboxMessage | undefined {
  const all = mails(state)
  return all.find(({ id }) => id === state.chosenMail) ?? all[0]
}
