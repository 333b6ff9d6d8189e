import type { Channel } from './status.ts'

/** What an SMS says and who it comes from. */
export type SmsContent = { readonly channel: 'sms'; readonly from: string; readonly body: string }

/** What an e-mail says and who it comes from. */
export type EmailContent = {
  readonly channel: 'email'
  readonly from: string
  readonly subject: string
  readonly body: string
  readonly contentType: 'Plain' | 'Html'
}

/** The secret part of a shipment: erased when it is final. */
export type Content = SmsContent | EmailContent

/** An instant message as it is stored and sent: everything normalised, every default filled in. */
export type InstantMessage = {
  readonly idempotencyId: string
  readonly sendersReference: string | undefined
  readonly channel: Channel
  readonly destination: string
  readonly timeToLiveSeconds: number
  readonly content: Content
}
