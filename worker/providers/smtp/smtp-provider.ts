import type { Config } from '../../config.ts'
import type { Outcome } from '../../domain/outcome.ts'
import { log } from '../../log/log.ts'
import type { Outgoing, Provider } from '../provider.ts'
import { Connection } from './connection.ts'
import { toWireAddress } from './envelope.ts'
import { writeMail } from './mime/message.ts'
import { outcomeOf } from './reply-codes.ts'
import { type SmtpFailure, type Submission, submit } from './session.ts'
import { parseSmtpSettings, type SmtpSettings } from './settings.ts'

/** The provider's name in `EMAIL_PROVIDERS`. */
export const SMTP_PROVIDER = 'smtp'

/** How long everything before the message itself may take: with the last answer, less than the house waits. */
const CONVERSATION_MS = 4_500

const INVALID: Outcome = { kind: 'refused', status: 'Email_Failed_InvalidFormat' }

/** What we call ourselves to the server. RFC 5321 4.1.3. */
function clientName(publicUrl: string): string {
  const { hostname } = new URL(publicUrl)
  return /^[\d.]+$/.test(hostname) ? `[${hostname}]` : hostname
}

/**
 * What a failure means for the message. What stands in the way on our side can wait until it is put right; a server that
 * fell silent once it had the whole message may deliver it.
 */
function toOutcome(failure: SmtpFailure): Outcome {
  if (failure.why === 'refused') return outcomeOf(failure.stage, failure.reply)
  if (failure.stage === 'message') return { kind: 'uncertain' }
  return failure.why === 'smtputf8-missing' ? INVALID : { kind: 'unavailable' }
}

/** Tells an operator where a conversation ended: stages and codes, never what either side said. */
function note(shipmentId: string, failure: SmtpFailure): void {
  const { stage, why } = failure
  const codes = failure.why === 'refused' && { code: failure.reply.code, enhanced: failure.reply.enhanced }
  log('warn', 'smtp-failed', { shipmentId, stage, why, ...codes })
}

async function handOver(settings: SmtpSettings, shipmentId: string, submission: Submission): Promise<Outcome> {
  const connection = new Connection(settings, CONVERSATION_MS)
  const result = await submit(connection, settings, submission)
  // The server has answered for the mail already: whatever becomes of the goodbye changes nothing.
  await connection.close(result.ok).catch(() => undefined)
  if (result.ok) return { kind: 'delivered' }
  note(shipmentId, result.failure)
  return toOutcome(result.failure)
}

/** Hands mail over to a mail server, one connection a mail: a Worker's sockets do not outlive what opened them. */
export function smtpProvider(env: unknown, config: Config): Provider {
  const settings = parseSmtpSettings(env)
  const name = clientName(config.publicUrl)

  async function send({ shipmentId, reference, content, to, text }: Outgoing): Promise<Outcome> {
    if (content.channel !== 'email') throw new Error('SMTP carries e-mail only')
    const sender = toWireAddress(content.from)
    const recipient = toWireAddress(to)
    if (!sender || !recipient) return INVALID
    const message = writeMail({ from: sender, to: recipient, reference, content, text }, Date.now())
    return handOver(settings, shipmentId, { clientName: name, from: sender, to: recipient, message })
  }

  return { name: SMTP_PROVIDER, honoursReferences: false, send }
}
