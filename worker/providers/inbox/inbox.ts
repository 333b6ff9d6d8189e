import { DurableObject } from 'cloudflare:workers'
import { Eraser, type NamedRecipient } from '../../domain/erasure.ts'
import { INBOX_PROVIDER } from '../../domain/inbox-provider.ts'
import { parseReference } from '../../domain/order-id.ts'
import { codeOf, type Outcome, type Receipt } from '../../domain/outcome.ts'
import { STATUS_OF } from '../../domain/status.ts'
import type { StatusChange } from '../../ledger/status-change.ts'
import { configOf } from '../../platform/config-of.ts'
import { boxFor } from '../../platform/content-box-of.ts'
import { logError } from '../../platform/log.ts'
import { ledgerOf } from '../../platform/objects.ts'
import type { Outgoing } from '../provider.ts'
import { type InboxEvent, type InboxMessage, smsSizeOf } from './inbox-message.ts'
import type { InboxRequest } from './inbox-request.ts'
import { InboxStore } from './inbox-store.ts'
import { RequestStore } from './request-store.ts'
import { type PlannedReceipt, simulationOf } from './simulated-recipients.ts'

/** Messages are kept for a day: long enough to look at, too short to collect codes. */
const KEPT_MS = 86_400_000

/** What it says where a recipient's name tells it to fail: an operator sees that no network did. */
const SIMULATED = codeOf('simulated')

/** Receipts that one alarm sends, so that none of them waits long for the others. */
const RECEIPT_BATCH = 100

/** How soon receipts that could not be sent are tried again. */
const FAILED_RECEIPTS_PAUSE_MS = 1_000

/**
 * The embedded provider: a network of telephones and mailboxes that behave as their names say.
 *
 * It honours the shipment's id as its reference, so a message that is handed over twice is there once.
 */
export class Inbox extends DurableObject<Env> {
  readonly #store: InboxStore
  readonly #requests: RequestStore
  readonly #graceMs: number

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    const config = configOf(env)
    const box = boxFor(ctx, env, config)
    this.#store = ctx.storage.transactionSync(() => new InboxStore(ctx.storage.sql, box))
    this.#requests = new RequestStore(ctx.storage.sql, box)
    this.#graceMs = config.receiptGraceSeconds * 1_000
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'))
  }

  /** Takes a message, or does what its recipient's name says instead. */
  async take(outgoing: Outgoing): Promise<Outcome> {
    const { reference, content, to } = outgoing
    const simulation = simulationOf(content.channel, to)
    if (simulation.answerDelayMs > 0) await scheduler.wait(simulation.answerDelayMs)
    const nowMs = Date.now()
    const attempts = this.#store.countAttempt(reference, nowMs)
    if (attempts <= simulation.timesUnavailable) return { kind: 'unavailable', ...SIMULATED }
    if (simulation.refusal) return { kind: 'refused', status: simulation.refusal, ...SIMULATED }
    this.#store.eraseBefore(nowMs - KEPT_MS)
    const message = toInboxMessage(outgoing, nowMs)
    if (!this.#store.insertMessage(reference, message, nowMs)) return { kind: 'taken' }
    for (const receipt of simulation.receipts) await this.#plan(outgoing, receipt, nowMs)
    this.#tell({ kind: 'message', message })
    return { kind: 'taken' }
  }

  /** Shows what the ledger made of the messages. */
  observe(changes: readonly StatusChange[]): void {
    for (const { reference, to, atMs } of changes) {
      const message = this.#store.advance(reference, to, new Date(atMs).toISOString())
      if (message) this.#tell({ kind: 'message', message })
    }
  }

  /** The latest messages, newest first: all of them unless a limit is given. */
  messages(limit = Number.MAX_SAFE_INTEGER): readonly InboxMessage[] {
    return this.#store.messages(limit)
  }

  empty(): void {
    this.#store.empty()
    this.#tell({ kind: 'emptied' })
  }

  /** Erases the messages to a recipient, or that name them, and tells how many those were. */
  erase(recipient: NamedRecipient): number {
    const eraser = new Eraser(recipient)
    this.#requests.erase(eraser)
    return this.#store.erase(eraser)
  }

  /** Brings back what was emptied last. */
  restore(): void {
    this.#store.restore()
    this.#tell({ kind: 'restored' })
  }

  /** Notes what clients have sent, for its page. */
  note(requests: readonly InboxRequest[]): void {
    this.#requests.eraseBefore(Date.now() - KEPT_MS)
    this.#requests.insert(requests)
    for (const request of requests) this.#tell({ kind: 'request', request })
  }

  /** The latest requests, newest first: all that are kept unless a limit is given. */
  requests(limit = Number.MAX_SAFE_INTEGER): readonly InboxRequest[] {
    return this.#requests.latest(limit)
  }

  /** Opens a live view: every message and every change of status, as it happens. */
  override fetch(): Response {
    const { 0: client, 1: server } = new WebSocketPair()
    this.ctx.acceptWebSocket(server)
    return new Response(null, { status: 101, webSocket: client })
  }

  override webSocketMessage(): void {
    // The page has nothing to say but `ping`, which is answered without waking this object.
  }

  /** Sends the receipts that are due. One that fails stays due, so a receipt may come twice but is never lost. */
  override async alarm(): Promise<void> {
    let pauseMs = 0
    for (const { id, organization, reference, receipt } of this.#store.dueReceipts(Date.now(), RECEIPT_BATCH)) {
      const address = parseReference(reference)
      try {
        if (address && receipt)
          await ledgerOf(this.env, organization, address).receive(address, INBOX_PROVIDER, receipt)
        this.#store.deleteReceipt(id)
      } catch (error) {
        logError('receipt-failed', error, { reference })
        pauseMs = FAILED_RECEIPTS_PAUSE_MS
      }
    }
    const nextMs = this.#store.nextReceiptMs()
    if (nextMs !== undefined) await this.ctx.storage.setAlarm(Math.max(nextMs, Date.now() + pauseMs))
  }

  async #plan(
    { organization, reference, expiresAtMs }: Outgoing,
    planned: PlannedReceipt,
    nowMs: number,
  ): Promise<void> {
    const dueMs = (planned.after === 'taken' ? nowMs : expiresAtMs + this.#graceMs) + planned.delayMs
    this.#store.planReceipt(organization, reference, dueMs, toReceipt(planned, dueMs))
    const alarmMs = await this.ctx.storage.getAlarm()
    if (alarmMs === null || dueMs < alarmMs) await this.ctx.storage.setAlarm(dueMs)
  }

  #tell(event: InboxEvent): void {
    const text = JSON.stringify(event)
    for (const socket of this.ctx.getWebSockets()) socket.send(text)
  }
}

function toReceipt({ says }: PlannedReceipt, atMs: number): Receipt {
  if (says === 'accepted') return { kind: 'accepted' }
  if (says === 'delivered') return { kind: 'delivered', atMs }
  return { kind: 'failed', status: says, ...SIMULATED }
}

function toInboxMessage({ shipmentId, to, content, text, simulated }: Outgoing, nowMs: number): InboxMessage {
  const receivedAt = new Date(nowMs).toISOString()
  const status = STATUS_OF[content.channel].accepted
  return {
    id: crypto.randomUUID(),
    channel: content.channel,
    to,
    from: content.from,
    ...(content.channel === 'email' && { subject: content.subject, contentType: content.contentType }),
    body: content.body,
    ...(text !== undefined && { text }),
    shipmentId,
    receivedAt,
    status,
    simulated,
    timeline: [
      { status: STATUS_OF[content.channel].sending, at: receivedAt },
      { status, at: receivedAt },
    ],
    ...(content.channel === 'sms' && smsSizeOf(content.body)),
  }
}
