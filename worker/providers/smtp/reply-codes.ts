import type { Outcome } from '../../domain/outcome.ts'
import type { FinalStatus } from '../../domain/status.ts'
import type { Reply } from './reply.ts'

/** Where in the conversation a reply came. */
export type Stage = 'greeting' | 'hello' | 'starttls' | 'login' | 'mail' | 'recipient' | 'data' | 'message'

/**
 * What a permanent refusal of a recipient or a message means. An enhanced code (RFC 3463, IANA's registry) tells more
 * than a basic one (RFC 5321 4.2.3); a code with its stage tells more than one without.
 */
const MEANINGS: Readonly<Record<string, FinalStatus>> = {
  '5.1.0': 'Email_Failed_Bounced',
  '5.1.1': 'Email_Failed_Bounced',
  '5.1.2': 'Email_Failed_Bounced',
  '5.1.3': 'Email_Failed_InvalidFormat',
  '5.1.4': 'Email_Failed_InvalidFormat',
  '5.1.6': 'Email_Failed_Bounced',
  '5.1.10': 'Email_Failed_Bounced',
  '5.2.0': 'Email_Failed_Bounced',
  '5.2.1': 'Email_Failed_Bounced',
  '5.2.2': 'Email_Failed_Bounced',
  '5.2.3': 'Email_Failed',
  '5.3.4': 'Email_Failed',
  '5.4.1': 'Email_Failed_Bounced',
  '5.4.4': 'Email_Failed_Bounced',
  '5.4.6': 'Email_Failed_Bounced',
  '5.6.7': 'Email_Failed_InvalidFormat',
  // To a recipient: relaying is not allowed, which says nothing of the mail. To a whole message: its content is unwanted.
  'recipient 5.7.1': 'Email_Failed',
  'message 5.7.1': 'Email_Failed_FilteredSpam',
  '5.7.28': 'Email_Failed_FilteredSpam',
  'recipient 501': 'Email_Failed_InvalidFormat',
  'recipient 521': 'Email_Failed_Bounced',
  'recipient 550': 'Email_Failed_Bounced',
  'recipient 551': 'Email_Failed_Bounced',
  'recipient 552': 'Email_Failed_Bounced',
  'recipient 553': 'Email_Failed_InvalidFormat',
  'recipient 556': 'Email_Failed_Bounced',
}

/** The server wants a login, or another one: our settings are wrong, and the mail can wait until they are right. */
const LOGIN_CODES: ReadonlySet<number> = new Set([530, 534, 535, 538])

/** The stages at which a refusal is about this mail. Before them it is about us. */
const ABOUT_THE_MAIL: ReadonlySet<Stage> = new Set<Stage>(['mail', 'recipient', 'data', 'message'])

const PERMANENT = 500

/** What a reply that is not the wished one means for the shipment. */
export function outcomeOf(stage: Stage, { code, enhanced }: Pick<Reply, 'code' | 'enhanced'>): Outcome {
  if (code < PERMANENT || LOGIN_CODES.has(code) || !ABOUT_THE_MAIL.has(stage)) return { kind: 'unavailable' }
  // The sender was refused: whatever the code says of an address is not said of the recipient's.
  if (stage === 'mail') return { kind: 'refused', status: 'Email_Failed' }
  const keys = enhanced === undefined ? [] : [`${stage} ${enhanced}`, enhanced]
  const key = [...keys, `${stage} ${code}`].find((candidate) => Object.hasOwn(MEANINGS, candidate))
  return { kind: 'refused', status: MEANINGS[key ?? ''] ?? 'Email_Failed' }
}
