import { LEFT_ALONE, type Outcome } from '../../domain/outcome.ts'
import type { Config } from '../../platform/config.ts'
import { callHttp } from '../../platform/http-client.ts'
import { log } from '../../platform/log.ts'
import { RetryAfter } from '../../platform/retry-after.ts'
import { attemptTimeout } from '../http/attempt-timeout.ts'
import { outcomeOfStatus, statusClassOf } from '../http/outcome-of-status.ts'
import type { Outgoing, Provider, ProviderDeclaration } from '../provider.ts'
import { type BounceListener, keepReference, type ReceiptServices } from '../receipts/references.ts'
import { linkReceipts } from './receipts.ts'
import { readReply } from './reply.ts'
import { LINK_PROVIDER, type LinkSettings, linkSettings, parseLinkSettings } from './settings.ts'
import { writeSubmission } from './submission.ts'

const HEADERS = { 'content-type': 'text/xml; charset=utf-8' }

/** What came of one request to the gateway: `reference` is what it calls the message, if it took it and says so. */
type Posted = { readonly outcome: Outcome; readonly reference: string | undefined; readonly why: string }

/**
 * Hands one request to the gateway. A gateway that closed the connection or stopped answering may have accepted the
 * message first: a connection that was never made looks the same.
 */
async function post(url: string, body: string, retryAfter: RetryAfter): Promise<Posted> {
  const reply = await callHttp({ method: 'POST', url, headers: HEADERS, body }, attemptTimeout())
  if (!reply.ok) return { outcome: { kind: 'uncertain' }, reference: undefined, why: reply.failure }
  const { status, text } = reply.value
  if (statusClassOf(status) === 2) {
    retryAfter.end()
    return readReply(text ?? '')
  }
  retryAfter.hear(reply.value, Date.now())
  return { outcome: outcomeOfStatus(status), reference: undefined, why: `http-${status}` }
}

/** Keeps what the gateway calls the message. */
async function remember(services: ReceiptServices, { reference }: Posted, message: Outgoing): Promise<void> {
  if (reference === undefined) return log('warn', 'link-reference-missing', { shipmentId: message.shipmentId })
  await keepReference(services, LINK_PROVIDER, reference, message)
}

/** Hands SMS over to LINK Mobility's XML gateway (formerly PSWinCom). Its receipts come to `/reports`. */
function linkProvider(env: Env, _config: Config, bounceListeners: readonly BounceListener[]): Provider {
  const services = { env, bounceListeners }
  const settings: LinkSettings = parseLinkSettings(env)
  const retryAfter = new RetryAfter()

  async function send(message: Outgoing): Promise<Outcome> {
    const { content, to, expiresAtMs, shipmentId } = message
    if (content.channel !== 'sms') throw new Error('LINK carries SMS only')
    if (!retryAfter.mayCall(Date.now())) return LEFT_ALONE
    const submission = writeSubmission(settings, content, { to, expiresAtMs }, Date.now())
    const reply = await post(settings.url, submission, retryAfter)
    if (reply.outcome.kind === 'taken') await remember(services, reply, message)
    else log('warn', 'link-failed', { shipmentId, why: reply.why })
    return reply.outcome
  }

  return { name: LINK_PROVIDER, honoursReferences: false, send }
}

/** LINK Mobility's XML gateway. */
export const link: ProviderDeclaration = {
  name: LINK_PROVIDER,
  channels: ['sms'],
  settings: linkSettings,
  create: linkProvider,
  receipts: linkReceipts,
}
