import { table } from '@straks/shared'
import { codeOf, type Outcome } from '../../domain/outcome.ts'
import type { FinalStatus } from '../../domain/status.ts'
import { bounceOf, statusOfEnhanced } from '../mail/enhanced-codes.ts'
import { type Reply, replyClassOf } from './reply.ts'

/** Where in the conversation a reply came. */
export type SmtpStage = 'greeting' | 'hello' | 'starttls' | 'login' | 'mail' | 'recipient' | 'data' | 'message'

/** What a permanent refusal of a recipient or a message means where its enhanced code does not tell. RFC 5321 4.2.3. */
const MEANINGS = table<FinalStatus>({
  'message 5.7.1': 'Email_Failed_FilteredSpam',
  'recipient 501': 'Email_Failed_InvalidFormat',
  'recipient 521': 'Email_Failed_Bounced',
  'recipient 550': 'Email_Failed_Bounced',
  'recipient 551': 'Email_Failed_Bounced',
  'recipient 552': 'Email_Failed_Bounced',
  'recipient 553': 'Email_Failed_InvalidFormat',
  'recipient 556': 'Email_Failed_Bounced',
})

/** The server wants a login, or another one: our settings are wrong, and the mail can wait until they are right. */
const LOGIN_CODES: ReadonlySet<number> = new Set([530, 534, 535, 538])

/** The stages at which a refusal is about this mail. Before them it is about us. */
const ABOUT_THE_MAIL: ReadonlySet<SmtpStage> = new Set<SmtpStage>(['mail', 'recipient', 'data', 'message'])

/** A recipient refused for security or policy: relaying is not allowed to us, or our address has a bad name. RFC 3463 3.8. */
const POLICY = /^5\.7\./

/** A passing trouble of the address or its mailbox, such as one that is full. RFC 3463 3.2, 3.3. */
const MAILBOX = /^4\.[12]\./

/** A passing trouble of the server itself, such as a full disk. RFC 3463 3.4. */
const SYSTEM = /^4\.3\./

/** The server is closing down. RFC 5321 4.2.3. */
const CLOSING = 421

/** Whether a passing refusal is about the one recipient, and says nothing of how the server does with others. */
function concernsRecipient(stage: SmtpStage, { code, enhanced = '' }: Pick<Reply, 'code' | 'enhanced'>): boolean {
  if (code === CLOSING || SYSTEM.test(enhanced)) return false
  return stage === 'recipient' || (stage === 'message' && MAILBOX.test(enhanced))
}

/** The mailbox has no room. RFC 5321 4.2.3. */
const NO_ROOM = 552

/** Whether an address that was refused takes no mail later either. Not so of one whose mailbox is full. */
function bounceAt({ code, enhanced }: Pick<Reply, 'code' | 'enhanced'>): 'hard' | 'soft' {
  if (enhanced !== undefined && statusOfEnhanced(enhanced)) return bounceOf(enhanced).kind
  return code === NO_ROOM ? 'soft' : 'hard'
}

/** A reply as its codes, such as `550 5.1.1`. */
export const codeOfReply = ({ code, enhanced }: Pick<Reply, 'code' | 'enhanced'>) =>
  codeOf(enhanced === undefined ? code : `${code} ${enhanced}`)

/** What a reply that is not the wished one means for the shipment. Its first digit decides. RFC 5321 4.2.1. */
export function outcomeOf(stage: SmtpStage, reply: Pick<Reply, 'code' | 'enhanced'>): Outcome {
  const outcome = meaningOf(stage, reply)
  const hasBounced = outcome.kind === 'refused' && outcome.status === 'Email_Failed_Bounced'
  return { ...outcome, ...codeOfReply(reply), ...(hasBounced && { bounce: bounceAt(reply) }) }
}

function meaningOf(stage: SmtpStage, reply: Pick<Reply, 'code' | 'enhanced'>): Outcome {
  const { code, enhanced } = reply
  if (replyClassOf(code) === 4)
    return { kind: 'unavailable', ...(concernsRecipient(stage, reply) && { concerns: 'message' }) }
  // The server has the whole message, and says neither that it took it nor that it did not.
  if (replyClassOf(code) !== 5) return { kind: stage === 'message' ? 'uncertain' : 'unavailable' }
  if (LOGIN_CODES.has(code) || !ABOUT_THE_MAIL.has(stage)) return { kind: 'unavailable' }
  // The sender was refused: whatever the code says of an address is not said of the recipient's.
  if (stage === 'mail') return { kind: 'refused', status: 'Email_Failed' }
  const specific =
    enhanced === undefined ? undefined : (MEANINGS.get(`${stage} ${enhanced}`) ?? statusOfEnhanced(enhanced))
  if (specific) return { kind: 'refused', status: specific }
  if (stage === 'recipient' && POLICY.test(enhanced ?? '')) return { kind: 'unavailable' }
  return { kind: 'refused', status: MEANINGS.get(`${stage} ${code}`) ?? 'Email_Failed' }
}
