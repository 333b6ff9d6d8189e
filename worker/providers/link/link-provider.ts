import type { Outcome } from '../../domain/outcome.ts'
import { log, logError } from '../../log/log.ts'
import { rememberReference } from '../../receipts/references.ts'
import { call, patience } from '../http/call.ts'
import { outcomeOfStatus } from '../http/unanswered.ts'
import type { Outgoing, Provider } from '../provider.ts'
import { LINK_PROVIDER } from './name.ts'
import { type GatewayReply, readReply } from './reply.ts'
import { type LinkSettings, parseLinkSettings } from './settings.ts'
import { writeSubmission } from './submission.ts'

const HEADERS = { 'content-type': 'text/xml; charset=utf-8' }
const OK = 200

/**
 * Hands one request to the gateway. Whoever hung up or fell silent may have taken the message first: a connection that was
 * never made looks the same.
 */
async function post(url: string, body: string): Promise<GatewayReply | { outcome: Outcome; why: string }> {
  const reply = await call(url, { method: 'POST', headers: HEADERS, body }, patience())
  if (!reply.ok) return { outcome: { kind: 'uncertain' }, why: reply.failure }
  const { status, text } = reply.value
  return status === OK ? readReply(text) : { outcome: outcomeOfStatus(status), why: `http-${status}` }
}

/**
 * Keeps what the gateway calls the message. The message is on its way whatever becomes of this: that it went wrong must
 * not look like an attempt that failed, or it would be sent again.
 */
async function remember(env: Env, reply: GatewayReply, message: Outgoing): Promise<void> {
  const { shipmentId } = message
  if (reply.reference === undefined) return log('warn', 'link-reference-missing', { shipmentId })
  try {
    await rememberReference(env, LINK_PROVIDER, reply.reference, message)
  } catch (error) {
    logError('link-reference-lost', error, { shipmentId })
  }
}

/** Hands SMS over to LINK Mobility's XML gateway (formerly PSWinCom). Its receipts come to `/reports`. */
export function linkProvider(env: Env): Provider {
  const settings: LinkSettings = parseLinkSettings(env)

  async function send(message: Outgoing): Promise<Outcome> {
    const { content, to, expiresAtMs, shipmentId } = message
    if (content.channel !== 'sms') throw new Error('LINK carries SMS only')
    const reply = await post(settings.url, writeSubmission(settings, content, to, expiresAtMs, Date.now()))
    if ('reference' in reply && reply.outcome.kind === 'taken') await remember(env, reply, message)
    else log('warn', 'link-failed', { shipmentId, why: reply.why })
    return reply.outcome
  }

  return { name: LINK_PROVIDER, honoursReferences: false, send }
}
