import { MS_PER_SECOND } from '@straks/shared'
import type { Outcome } from '../../domain/outcome.ts'
import type { Config } from '../../platform/config.ts'
import { log } from '../../platform/log.ts'
import { INVALID_ADDRESS, toEnvelope } from '../mail/wire-address.ts'
import type { AttemptTime, Outgoing, Provider, ProviderDeclaration } from '../provider.ts'
import { bounceAddressOf } from './bounce-address.ts'
import { receiveBounce } from './bounces.ts'
import { SmtpConnection } from './connection.ts'
import { writeMail } from './mime/message.ts'
import { codeOfReply, outcomeOf } from './reply-codes.ts'
import { type SmtpFailure, type Submission, submit } from './session.ts'
import { parseSmtpSettings, SMTP_PROVIDER, type SmtpSettings, smtpSettings } from './settings.ts'

/** How long everything before the message itself may take: with the last answer, less than an attempt's timeout. */
const CONVERSATION_MS = 4_500

/** How much of the time is left for the end of the connection. */
const GOODBYE_MS = 500

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
  if (failure.why === 'expired') return { kind: 'unavailable', concerns: 'message' }
  return failure.why === 'smtputf8-missing' ? INVALID_ADDRESS : { kind: 'unavailable' }
}

/** Tells an operator where a conversation ended: stages and codes, never what either side said. */
function note(shipmentId: string, failure: SmtpFailure): void {
  const { stage, why } = failure
  const codes = failure.why === 'refused' && { code: failure.reply.code, enhanced: failure.reply.enhanced }
  log('warn', 'smtp-failed', { shipmentId, stage, why, ...codes })
}

async function handOver(
  settings: SmtpSettings,
  shipmentId: string,
  submission: Submission,
  accepted: Outcome,
): Promise<Outcome> {
  const connection = await SmtpConnection.open(settings, CONVERSATION_MS)
  const result = await submit(connection, settings, submission)
  // The server has answered for the mail already: whatever becomes of the goodbye changes nothing.
  await (result.ok ? connection.quit() : connection.close()).catch(() => undefined)
  if (result.ok) return { ...accepted, ...codeOfReply(result.value) }
  note(shipmentId, result.failure)
  return toOutcome(result.failure)
}

/** Hands mail over to a mail server, one connection a mail: a Worker's sockets do not outlive what opened them. */
function smtpProvider(env: unknown, config: Config): Provider {
  const settings = parseSmtpSettings(env)
  const name = clientName(config.publicUrl)
  const deliveredAfterMs = config.bounceGraceSeconds * MS_PER_SECOND

  async function send(outgoing: Outgoing, time: AttemptTime): Promise<Outcome> {
    const { shipmentId, reference, organization, content, to, text, expiresAtMs } = outgoing
    if (content.channel !== 'email') throw new Error('SMTP carries e-mail only')
    const envelope = toEnvelope(content.from, to)
    if (!envelope) return INVALID_ADDRESS
    const message = writeMail({ ...envelope, reference, content, text }, Date.now())
    const bounceAddress =
      settings.bounces && (await bounceAddressOf(settings.bounces, { organization, delivery: reference }))
    const from = bounceAddress === undefined ? envelope.from : { text: bounceAddress, needsUtf8: false }
    const accepted: Outcome = bounceAddress === undefined ? { kind: 'delivered' } : { kind: 'taken', deliveredAfterMs }
    return handOver(
      settings,
      shipmentId,
      {
        clientName: name,
        ...envelope,
        from,
        message,
        isExpired: () => Date.now() >= expiresAtMs,
        extendMs: async () => Math.max((await time.extend()) - Date.now() - GOODBYE_MS, 0),
      },
      accepted,
    )
  }

  return { name: SMTP_PROVIDER, honoursReferences: false, send }
}

/** A mail server that takes submissions. */
export const smtp: ProviderDeclaration = {
  name: SMTP_PROVIDER,
  channels: ['email'],
  settings: smtpSettings,
  create: smtpProvider,
  mail: receiveBounce,
}
