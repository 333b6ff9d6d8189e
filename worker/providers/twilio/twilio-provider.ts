import type { Config } from '../../config.ts'
import type { Outcome } from '../../domain/outcome.ts'
import { log } from '../../log/log.ts'
import { call, type HttpReply, patience } from '../http/call.ts'
import { Rest, restMs } from '../http/rest.ts'
import type { Outgoing, Provider } from '../provider.ts'
import { toBase64 } from '../smtp/mime/base64.ts'
import { TWILIO_PROVIDER } from './name.ts'
import { errorCode, outcomeOfReply } from './reply.ts'
import { parseTwilioSettings } from './settings.ts'
import { statusUrl } from './status-url.ts'
import { writeSubmission } from './submission.ts'

const TOO_MANY_REQUESTS = 429

/** Hands SMS over to Twilio. Its receipts are status callbacks, signed with the account's auth token. */
export function twilioProvider(env: unknown, config: Config): Provider {
  const { url, accountSid, authToken } = parseTwilioSettings(env)
  const messagesUrl = `${url}/2010-04-01/Accounts/${accountSid}/Messages.json`
  const headers = {
    authorization: `Basic ${toBase64(new TextEncoder().encode(`${accountSid}:${authToken}`))}`,
    'content-type': 'application/x-www-form-urlencoded',
  }
  const rest = new Rest()

  function read(reply: HttpReply, shipmentId: string): Outcome {
    const outcome = outcomeOfReply(reply)
    if (outcome.kind === 'taken') return outcome
    if (reply.status === TOO_MANY_REQUESTS)
      rest.begin(restMs(reply.headers.get('retry-after'), '', Date.now()), Date.now())
    log('warn', 'twilio-failed', { shipmentId, why: `http-${reply.status}`, code: errorCode(reply) })
    return outcome
  }

  async function send({ content, to, expiresAtMs, organization, shipmentId, reference }: Outgoing): Promise<Outcome> {
    if (content.channel !== 'sms') throw new Error('Twilio carries SMS only')
    if (rest.lasts(Date.now())) return { kind: 'unavailable' }
    const callback = statusUrl(config.publicUrl, { organization, reference })
    const body = writeSubmission(content, to, callback, expiresAtMs, Date.now())
    const reply = await call(messagesUrl, { method: 'POST', headers, body }, patience())
    if (reply.ok) return read(reply.value, shipmentId)
    log('warn', 'twilio-failed', { shipmentId, why: reply.failure })
    return { kind: 'uncertain' }
  }

  return { name: TWILIO_PROVIDER, honoursReferences: false, send }
}
