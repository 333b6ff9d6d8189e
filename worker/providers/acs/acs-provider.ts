import { LEFT_ALONE, type Outcome } from '../../domain/outcome.ts'
import type { Config } from '../../platform/config.ts'
import type { HttpReply } from '../../platform/http-client.ts'
import { log } from '../../platform/log.ts'
import { RetryAfter } from '../../platform/retry-after.ts'
import { INVALID_ADDRESS, toEnvelope } from '../mail/wire-address.ts'
import type { Outgoing, Provider, ProviderDeclaration } from '../provider.ts'
import { type BounceListener, keepReference } from '../receipts/references.ts'
import { writeMail } from './mail.ts'
import { operationIdOf } from './operation-id.ts'
import { acsReceipts } from './receipts.ts'
import { loggableCode, outcomeOfReply, readEnd, readError, readOperation } from './reply.ts'
import { AcsService } from './service.ts'
import { ACS_PROVIDER, acsSettings, parseAcsSettings } from './settings.ts'

const OK = 200
const NOT_FOUND = 404
const TOO_MANY_REQUESTS = 429

/** How often an operation is asked about. It takes a few seconds. */
const POLL_MS = 1_000

/** The answers to an operation id that was used before are not documented; it is one of these if not 202 again. */
const MAY_BE_KNOWN: ReadonlySet<number> = new Set([400, 409])

/**
 * Hands mail over to Azure Communication Services. Its receipts come through Event Grid.
 *
 * A 202 is the end of an attempt: the end of the operation is not waited for. Event Grid reports that too, polling
 * counts against the account's rate, and a worker that dies while it waits would send again.
 */
function acsProvider(env: Env, _config: Config, bounceListeners: readonly BounceListener[]): Provider {
  const services = { env, bounceListeners }
  const settings = parseAcsSettings(env)
  const retryAfter = new RetryAfter()

  function failed(reply: HttpReply, shipmentId: string): Outcome {
    const error = readError(reply)
    const { status } = reply
    // Another reason may tell of seconds that were spent.
    retryAfter.hear(reply, Date.now(), status === TOO_MANY_REQUESTS ? error?.message : '')
    log('warn', 'acs-failed', { shipmentId, why: `http-${status}`, code: loggableCode(error) })
    return outcomeOfReply(reply)
  }

  /** What became of an earlier attempt whose answer was lost; `undefined` where there was none. */
  async function earlier(service: AcsService, operationId: string): Promise<Outcome | undefined> {
    const reply = await service.operation(operationId)
    if (reply.ok && reply.value.status === NOT_FOUND) return undefined
    return (reply.ok && reply.value.status === OK && readOperation(reply.value)) || { kind: 'uncertain' }
  }

  /**
   * What is told of a mail that was taken. Without Event Grid its operation is polled for as long as the attempt may last;
   * then the ledger asks again, and the service knows the operation.
   */
  async function ended(service: AcsService, operationId: string, known: Outcome): Promise<Outcome> {
    if (known.kind !== 'taken' || settings.reportKey !== undefined) return known
    for (;;) {
      await scheduler.wait(POLL_MS)
      const reply = await service.operation(operationId)
      if (!reply.ok) return { kind: 'uncertain' }
      const end = readEnd(reply.value)
      if (end) return end
    }
  }

  async function handOver(operationId: string, mail: string, shipmentId: string): Promise<Outcome> {
    const service = new AcsService(settings)
    const reply = await service.send(operationId, mail)
    if (!reply.ok) {
      log('warn', 'acs-failed', { shipmentId, why: reply.failure })
      return { kind: 'uncertain' }
    }
    const outcome = outcomeOfReply(reply.value)
    if (outcome.kind === 'taken') {
      retryAfter.end()
      return ended(service, operationId, outcome)
    }
    const known = MAY_BE_KNOWN.has(reply.value.status) ? await earlier(service, operationId) : undefined
    return known ? ended(service, operationId, known) : failed(reply.value, shipmentId)
  }

  async function send(message: Outgoing): Promise<Outcome> {
    const { content, to, text, shipmentId, reference } = message
    if (content.channel !== 'email') throw new Error('ACS carries e-mail only')
    const envelope = toEnvelope(content.from, to)
    if (!envelope) return INVALID_ADDRESS
    if (!retryAfter.mayCall(Date.now())) return LEFT_ALONE
    const operationId = await operationIdOf(reference)
    const mail = writeMail(envelope.from.text, envelope.to.text, content, text)
    // Side by side: our id is known before the answer, so a report finds its message even where the answer is lost.
    const [outcome] = await Promise.all([
      handOver(operationId, mail, shipmentId),
      keepReference(services, ACS_PROVIDER, operationId, message),
    ])
    return outcome
  }

  return { name: ACS_PROVIDER, honoursReferences: true, send }
}

/** Azure Communication Services, Email. */
export const acs: ProviderDeclaration = {
  name: ACS_PROVIDER,
  channels: ['email'],
  settings: acsSettings,
  create: acsProvider,
  receipts: acsReceipts,
}
