import type { Outcome } from '../../domain/outcome.ts'
import { log, logError } from '../../log/log.ts'
import { rememberReference } from '../../receipts/references.ts'
import type { HttpReply } from '../http/call.ts'
import { Rest, restMs } from '../http/rest.ts'
import type { Outgoing, Provider } from '../provider.ts'
import { toWireAddress } from '../smtp/envelope.ts'
import { outcomeOfReply } from './error-codes.ts'
import { writeMail } from './mail.ts'
import { ACS_PROVIDER } from './name.ts'
import { operationIdOf } from './operation-id.ts'
import { loggableCode, readError, readOperation } from './reply.ts'
import { AcsService } from './service.ts'
import { parseAcsSettings } from './settings.ts'

const INVALID: Outcome = { kind: 'refused', status: 'Email_Failed_InvalidFormat' }

const ACCEPTED = 202
const TOO_MANY_REQUESTS = 429

/** The answers to an operation id that was used before are not documented; it is one of these if not 202 again. */
const MAY_BE_KNOWN: ReadonlySet<number> = new Set([400, 409])

/** Whose the operation is. A mail without it still goes out, only its reports find nobody. */
async function remember(env: Env, operationId: string, message: Outgoing): Promise<void> {
  try {
    await rememberReference(env, ACS_PROVIDER, operationId, message)
  } catch (error) {
    logError('acs-reference-lost', error, { shipmentId: message.shipmentId })
  }
}

/**
 * Hands mail over to Azure Communication Services. Its receipts come through Event Grid.
 *
 * A 202 is the end of an attempt: how the operation ends is not waited for. Event Grid tells of that too, asking counts
 * against the account's rate, and a worker that dies while it waits would send again.
 */
export function acsProvider(env: Env): Provider {
  const settings = parseAcsSettings(env)
  const rest = new Rest()

  function failed(reply: HttpReply, shipmentId: string): Outcome {
    const error = readError(reply)
    const { status } = reply
    if (status === TOO_MANY_REQUESTS)
      rest.begin(restMs(reply.headers.get('retry-after'), error?.message ?? '', Date.now()), Date.now())
    log('warn', 'acs-failed', { shipmentId, why: `http-${status}`, code: loggableCode(error) })
    return outcomeOfReply(status, error)
  }

  /** What became of an earlier attempt whose answer was lost; `undefined` where there was none. */
  async function earlier(service: AcsService, operationId: string): Promise<Outcome | undefined> {
    const reply = await service.operation(operationId)
    return reply.ok && reply.value.status === 200 ? readOperation(reply.value) : undefined
  }

  async function handOver(operationId: string, mail: string, shipmentId: string): Promise<Outcome> {
    const service = new AcsService(settings)
    const reply = await service.send(operationId, mail)
    if (!reply.ok) {
      log('warn', 'acs-failed', { shipmentId, why: reply.failure })
      return { kind: 'uncertain' }
    }
    if (reply.value.status === ACCEPTED) return readOperation(reply.value) ?? { kind: 'taken' }
    const known = MAY_BE_KNOWN.has(reply.value.status) ? await earlier(service, operationId) : undefined
    return known ?? failed(reply.value, shipmentId)
  }

  async function send(message: Outgoing): Promise<Outcome> {
    const { content, to, text, shipmentId, reference } = message
    if (content.channel !== 'email') throw new Error('ACS carries e-mail only')
    const [sender, recipient] = [toWireAddress(content.from), toWireAddress(to)]
    if (!sender || !recipient) return INVALID
    if (rest.lasts(Date.now())) return { kind: 'unavailable' }
    const operationId = await operationIdOf(reference)
    const mail = writeMail(sender.text, recipient.text, content, text)
    // Side by side: our id is known before the answer, so a report finds its message even where the answer is lost.
    const [outcome] = await Promise.all([handOver(operationId, mail, shipmentId), remember(env, operationId, message)])
    return outcome
  }

  return { name: ACS_PROVIDER, honoursReferences: true, send }
}
