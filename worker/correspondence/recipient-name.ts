import type { CorrespondenceRequest } from '@straks/shared'

/** What the recipient's name takes the place of in a message's own texts. docs/altinn/correspondence.md §3. */
const TOKEN = '{{recipientName}}'

/** Whether a message's own texts name its recipient. */
export const namesRecipient = ({ correspondence: { content } }: CorrespondenceRequest): boolean =>
  [content?.messageTitle, content?.messageSummary, content?.messageBody].some((text) => text?.includes(TOKEN) ?? false)

/** A text with the recipient's name in it. */
export const withRecipientName = (text: string, name: string): string => text.replaceAll(TOKEN, () => name)
