import { toBase64 } from '../../domain/bytes.ts'
import { LEFT_ALONE, type Outcome } from '../../domain/outcome.ts'
import type { Config } from '../../platform/config.ts'
import { callHttp, type HttpReply } from '../../platform/http-client.ts'
import { log } from '../../platform/log.ts'
import { RetryAfter } from '../../platform/retry-after.ts'
import { attemptTimeout } from '../http/attempt-timeout.ts'
import type { Outgoing, Provider, ProviderDeclaration } from '../provider.ts'
import { twilioReceipts } from './receipts.ts'
import { errorCode, outcomeOfReply } from './reply.ts'
import { parseTwilioSettings, TWILIO_PROVIDER, twilioSettings } from './settings.ts'
import { statusUrl } from './status-url.ts'
import { writeSubmission } from './submission.ts'

/** Hands SMS over to Twilio. Its receipts are status callbacks, signed with the account's auth token. */
function twilioProvider(env: unknown, config: Config): Provider {
  const { url, accountSid, authToken } = parseTwilioSettings(env)
  const messagesUrl = `${url}/2010-04-01/Accounts/${accountSid}/Messages.json`
  const headers = {
    authorization: `Basic ${toBase64(new TextEncoder().encode(`${accountSid}:${authToken}`))}`,
    'content-type': 'application/x-www-form-urlencoded',
  }
  const retryAfter = new RetryAfter()

  function read(reply: HttpReply, shipmentId: string): Outcome {
    const outcome = outcomeOfReply(reply)
    if (outcome.kind === 'taken') {
      retryAfter.end()
      return outcome
    }
    retryAfter.hear(reply, Date.now())
    log('warn', 'twilio-failed', { shipmentId, why: `http-${reply.status}`, code: errorCode(reply) })
    return outcome
  }

  async function send({ content, to, expiresAtMs, organization, shipmentId, reference }: Outgoing): Promise<Outcome> {
    if (content.channel !== 'sms') throw new Error('Twilio carries SMS only')
    if (!retryAfter.mayCall(Date.now())) return LEFT_ALONE
    const callback = statusUrl(config.publicUrl, { organization, reference })
    const body = writeSubmission(content, { to, expiresAtMs }, callback, Date.now())
    const reply = await callHttp({ method: 'POST', url: messagesUrl, headers, body }, attemptTimeout())
    if (reply.ok) return read(reply.value, shipmentId)
    log('warn', 'twilio-failed', { shipmentId, why: reply.failure })
    return { kind: 'uncertain' }
  }

  return { name: TWILIO_PROVIDER, honoursReferences: false, send }
}

/** Twilio Programmable Messaging. */
export const twilio: ProviderDeclaration = {
  name: TWILIO_PROVIDER,
  channels: ['sms'],
  settings: twilioSettings,
  create: twilioProvider,
  receipts: twilioReceipts,
}
