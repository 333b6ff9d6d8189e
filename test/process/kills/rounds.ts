import { type Entry, Facts, isFinal, type Shown, shipmentOf } from '../../simulation/model/facts.ts'
import { judgeFeed, judgeShipment } from '../../simulation/model/judge-end.ts'
import { Random } from '../../simulation/platform/random.ts'
import type { ProviderKind } from '../../simulation/world/providers.ts'
import { isRecord, listIn, type Members, shipmentIdOf } from '../../support/api/answer.ts'
import type { Client } from '../../support/api/client.ts'
import { ORDERS } from '../../support/api/client.ts'
import { eventually, pause, until } from '../../support/api/eventually.ts'
import { Service } from '../../support/api/service.ts'
import type { DevServer } from '../../support/dev-server.ts'

/** What is sent in a round while the kill is on its way, one after the other. */
const MESSAGES_A_ROUND = 30
const LONGEST_APART_MS = 40

/** A kill comes when so many have been accepted, or fewer, and a moment later. */
const MOST_ACCEPTED = 20
const LONGEST_MOMENT_MS = 300

/** By then a service has accepted enough, or there is something wrong with it. */
const ACCEPTED_WITHIN_MS = 30_000

/** A lost attempt is made again after its lease; a queue's message, after its rescue. Much longer where a machine is busy. */
const SETTLED_WITHIN_MS = 120_000

/** The inbox as the model knows providers: a message that it gets twice is there once. */
const INBOX: ProviderKind = { name: 'inbox', channel: 'sms', honoursReferences: true, tells: 'receipts' }

const RECIPIENTS = [
  '+4791000001',
  '+4799990003', // undelivered
  '+4799990009', // silent: its time runs out
  '+4799990010', // unavailable twice
  '+4799990012', // reports twice
  '+4799990013', // reports in the wrong order
] as const

const smsTo = (phoneNumber: string, timeToLiveInSeconds: number): Members => ({
  idempotencyId: crypto.randomUUID(),
  recipientSms: { phoneNumber, timeToLiveInSeconds, smsSettings: { sender: 'Straks', body: 'Kode 1234' } },
})

const orderFor = (random: Random, later: boolean): Members => ({
  idempotencyId: crypto.randomUUID(),
  ...(later && { requestedSendTime: new Date(Date.now() + 3_600_000).toISOString() }),
  recipient: {
    recipientEmail: {
      emailAddress: `ola.${random.below(1_000_000)}@example.com`,
      emailSettings: { subject: 'Varsel', body: 'Sak 1' },
    },
  },
})

/** What a killed service was asked for, and what it owes. */
export class Rounds {
  readonly facts = new Facts()
  readonly #random: Random
  readonly #later: { readonly orderId: string; readonly shipmentId: string }[] = []

  constructor(seed: number) {
    this.#random = new Random(seed)
  }

  /** Sends and cancels until the service is killed, at a moment that chance decides. */
  async liveUntilKilled(server: DevServer, client: Client): Promise<void> {
    const enough = this.facts.shipments.size + 1 + this.#random.below(MOST_ACCEPTED)
    const momentMs = this.#random.between(0, LONGEST_MOMENT_MS)
    const load = this.#load(client)
    const hasEnough = until(() => this.facts.shipments.size >= enough, ACCEPTED_WITHIN_MS)
    await Promise.race([hasEnough, load])
    await pause(momentMs)
    await server.kill()
    await Promise.allSettled([load, hasEnough])
  }

  async #load(client: Client): Promise<void> {
    const all: Promise<void>[] = []
    for (let index = 0; index < MESSAGES_A_ROUND; index++) {
      // What the kill takes with it fails: a client would ask again.
      all.push(this.#act(client).catch(() => undefined))
      await pause(this.#random.between(0, LONGEST_APART_MS))
    }
    await Promise.all(all)
  }

  async #act(client: Client): Promise<void> {
    const random = this.#random
    const kind = random.below(6)
    if (kind === 0) return this.#cancel(client)
    const isLater = kind === 1
    const request = kind < 3 ? orderFor(random, isLater) : smsTo(random.pick(RECIPIENTS), random.pick([5, 30]))
    const answer = await (kind < 3 ? client.order(request) : client.sms(request))
    if (answer.status !== 201) return
    const shipmentId = shipmentIdOf(answer)
    const expiresAtMs = Number.POSITIVE_INFINITY
    this.facts.add({ shipmentId, organization: 'ttd', notifies: undefined, expiresAtMs, dueMs: Date.now() })
    if (isLater) this.#later.push({ orderId: String(answer.json.notificationOrderId), shipmentId })
  }

  async #cancel(client: Client): Promise<void> {
    const one = this.#later.at(-1)
    if (!one) return
    const { status } = await client.ask('PUT', `${ORDERS}/${one.orderId}/cancel`)
    const shipment = this.facts.shipments.get(one.shipmentId)
    if (status === 200 && shipment) shipment.cancelledMs = Date.now()
  }

  /** Cancels what is due later, waits until everything has ended, and says what is wrong with how it did. */
  async judge(server: DevServer, client: Client): Promise<readonly string[]> {
    const faults: string[] = []
    for (const { orderId, shipmentId } of this.#later) {
      await client.ask('PUT', `${ORDERS}/${orderId}/cancel`)
      const shipment = this.facts.shipments.get(shipmentId)
      if (shipment) shipment.cancelledMs ??= Date.now()
    }
    for (const shipment of this.facts.shipments.values())
      shipment.shown = await this.#ended(client, shipment.shipmentId)
    await this.#noteArrived(server)
    for (const shipment of this.facts.shipments.values()) {
      const { shipmentId, shown, cancelledMs } = shipment
      if (!shown) faults.push(`${shipmentId} was accepted, and is not known`)
      else
        for (const wrong of judgeShipment(shipment, shown, this.facts, () => [INBOX]))
          faults.push(`${shipmentId} ${wrong}`)
      if (cancelledMs !== undefined && this.facts.ofShipment(shipmentId).some(({ copies }) => copies.length > 0))
        faults.push(`${shipmentId} was cancelled, and is sent`)
    }
    for (const wrong of judgeFeed(await this.#wholeFeed(client), [...this.facts.shipments.values()])) faults.push(wrong)
    return faults
  }

  /** A shipment once it has ended, or as it is when the time for that is over. */
  async #ended(client: Client, shipmentId: string): Promise<Shown | undefined> {
    const look = async () => {
      const { status, json } = await client.shipment(shipmentId)
      return status === 200 ? toShown(json) : undefined
    }
    try {
      return await eventually(look, (shown) => shown !== undefined && isFinal(shown.status), SETTLED_WITHIN_MS)
    } catch {
      return look()
    }
  }

  async #noteArrived(server: DevServer): Promise<void> {
    for (const { shipmentId, to } of await Service.at(server).arrived()) {
      const delivery = this.facts.delivery(String(shipmentId))
      const ask = {
        provider: 'inbox',
        organization: 'ttd',
        reference: shipmentOf(delivery.reference),
        to: String(to),
        body: '',
      }
      delivery.asks.push({ ...ask, expiresAtMs: 0, clockMs: 0 })
      delivery.copies.push('inbox')
      // Also one that stays silent afterwards has said that it has the message.
      delivery.isConfirmed = true
    }
  }

  /** The feed, once it has everything that has ended; or as it is when the time for that is over. */
  async #wholeFeed(client: Client): Promise<readonly Entry[]> {
    const look = async () => {
      const all: Members[] = []
      for (;;) {
        const page = await client.feed(Number(all.at(-1)?.sequenceNumber ?? 0))
        if (page.length === 0) return all.map(toEntry)
        for (const entry of page) all.push(entry)
      }
    }
    const isWhole = (feed: readonly Entry[]) => {
      const told = new Set(feed.map(({ shipmentId }) => shipmentId))
      return [...this.facts.shipments.keys()].every((shipmentId) => told.has(shipmentId))
    }
    try {
      return await eventually(look, isWhole, SETTLED_WITHIN_MS)
    } catch {
      return look()
    }
  }
}

const toRecipients = (value: unknown): Shown['recipients'] =>
  listIn(value).map(({ destination, status, uncertain }) => ({
    destination: String(destination),
    status: String(status),
    ...(uncertain === true && { uncertain }),
  }))

const toShown = ({ status, recipients }: Members): Shown => ({
  status: String(status),
  recipients: toRecipients(recipients),
})

function toEntry(entry: Members): Entry {
  if (!isRecord(entry)) throw new TypeError('An entry of the feed is an object')
  const { sequenceNumber, shipmentId } = entry
  return { ...toShown(entry), sequenceNumber: Number(sequenceNumber), shipmentId: String(shipmentId) }
}
