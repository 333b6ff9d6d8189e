import type { Outcome } from '../../domain/outcome.ts'
import { log, logError } from '../../log/log.ts'
import { rememberReference } from '../../receipts/references.ts'
import type { Outgoing, Provider } from '../provider.ts'
import { LINK_PROVIDER } from './name.ts'
import { type GatewayReply, readReply } from './reply.ts'
import { type LinkSettings, parseLinkSettings } from './settings.ts'
import { writeSubmission } from './submission.ts'

/** Less than the house waits, so that a gateway that hangs is told from a worker that does. */
const GATEWAY_TIMEOUT_MS = 7_000

/** Hands one request to the gateway. Its login is in the body, so it goes nowhere the gateway might point to. */
async function post(url: string, body: string): Promise<GatewayReply | { outcome: Outcome; why: string }> {
  const patience = AbortSignal.timeout(GATEWAY_TIMEOUT_MS)
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'text/xml; charset=utf-8' },
      body,
      redirect: 'manual',
      signal: patience,
    })
    const text = await response.text()
    return response.ok ? readReply(text) : { outcome: { kind: 'unavailable' }, why: `http-${response.status}` }
  } catch {
    // Whoever hung up or fell silent may have taken the message first: a connection that was never made looks the same.
    return { outcome: { kind: 'uncertain' }, why: patience.aborted ? 'silence' : 'unreachable' }
  }
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
