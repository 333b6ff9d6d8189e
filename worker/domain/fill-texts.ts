import { expandKeywords, expandKeywordsInHtml, type KeywordValues, toOneLine } from '@straks/shared/text'
import type { Content, EmailContent, SmsContent } from './message.ts'
import type { Texts } from './order.ts'
import type { Channel } from './status.ts'

const fillSms = ({ body, ...rest }: SmsContent, values: KeywordValues): SmsContent => ({
  ...rest,
  body: expandKeywords(body, values),
})

function fillEmail({ subject, body, ...rest }: EmailContent, values: KeywordValues): EmailContent {
  const fill = rest.contentType === 'Html' ? expandKeywordsInHtml : expandKeywords
  return { ...rest, subject: toOneLine(expandKeywords(subject, values)), body: fill(body, values) }
}

/** A message's title is its sender's text too: a keyword that stands in it is filled in before it is one's value. */
function withTitle({ messageTitle, ...values }: KeywordValues): KeywordValues {
  if (messageTitle === undefined) return values
  return { ...values, messageTitle: expandKeywords(messageTitle, { ...values, messageTitle: '' }) }
}

/** What a shipment says in a channel, every keyword filled in; `undefined` where it says nothing there. */
export function fillTexts(texts: Texts, channel: Channel, values: KeywordValues): Content | undefined {
  const all = texts.keywords ? withTitle({ ...values, ...texts.keywords }) : values
  if (channel === 'email') return texts.email && fillEmail(texts.email, all)
  return texts.sms && fillSms(texts.sms, all)
}

/** Whether a shipment's texts may have keywords in them. */
export const mayHaveKeywords = ({ email, sms }: Texts): boolean =>
  [email?.subject, email?.body, sms?.body].some((text) => text?.includes('$'))
