import { emailRequest } from '../../support/api/requests.ts'

/** What a test's mail says, where it matters. */
export type SomeMail = {
  readonly emailAddress?: string
  readonly subject?: string
  readonly body?: string
  readonly contentType?: 'Plain' | 'Html'
  readonly senderEmailAddress?: string
}

/** A mail with a code that the tests know: what the log says is searched for it. */
export const mail = ({ emailAddress = 'ola.nordmann@example.com', ...settings }: SomeMail = {}) =>
  emailRequest({ recipient: { emailAddress }, settings: { subject: 'Kode', body: 'Koden er 428516.', ...settings } })
