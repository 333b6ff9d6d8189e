import type { Machine } from './machine.ts'

/** A message as its consumer gets it. */
export type QueueMessage = {
  readonly id: string
  readonly body: unknown
  readonly attempts: number
  readonly ack: () => void
  readonly retry: (options?: { readonly delaySeconds?: number }) => void
}

export type QueueBatch = { readonly queue: string; readonly messages: readonly QueueMessage[] }

export type QueueSettings = {
  readonly name: string
  readonly mostInBatch: number
  readonly mostRetries: number
  readonly deadLetters: SimulatedQueue | undefined
}

type Waiting = { readonly id: string; readonly body: unknown; readonly attempts: number }

const LONGEST_DELAY_MS = 300_000
const REDELIVERY_MS = 1_000

/**
 * A queue that hands over at least once, mostly: it also loses messages, doubles and delays them. The order in which they
 * come says nothing.
 */
export class SimulatedQueue {
  readonly #machine: Machine
  readonly #settings: QueueSettings
  readonly #consume: (batch: QueueBatch) => Promise<void>
  readonly #ready: Waiting[] = []
  #isPlanned = false
  #sent = 0

  /** @param consume hands a batch to a consumer; rejects where that fails or is lost */
  constructor(machine: Machine, settings: QueueSettings, consume: (batch: QueueBatch) => Promise<void>) {
    this.#machine = machine
    this.#settings = settings
    this.#consume = consume
  }

  readonly sendBatch = (messages: readonly { readonly body: unknown }[]): Promise<void> => {
    const bodies = messages.map(({ body }) => structuredClone(body))
    return this.#machine.step(() => {
      for (const body of bodies) this.accept(body)
    })
  }

  readonly send = (body: unknown): Promise<void> => this.sendBatch([{ body }])

  /** Takes in a message, or loses it. */
  accept(body: unknown): void {
    const { random, faults, onText } = this.#machine
    onText(JSON.stringify(body))
    if (random.chance(faults.queueLost)) return
    const copies = random.chance(faults.queueDoubled) ? 2 : 1
    for (let copy = 0; copy < copies; copy++) {
      const delayMs = random.chance(faults.queueDelayed) ? random.between(0, LONGEST_DELAY_MS) : 0
      this.#makeReady({ id: `${this.#settings.name}-${this.#sent++}`, body, attempts: 1 }, delayMs)
    }
  }

  #makeReady(message: Waiting, delayMs: number): void {
    this.#machine.timeline.after(delayMs, undefined, () => {
      this.#ready.push(message)
      if (this.#isPlanned) return
      this.#isPlanned = true
      this.#machine.timeline.after(this.#machine.latencyMs(), undefined, () => {
        this.#isPlanned = false
        void this.#handOver(this.#ready.splice(0, this.#settings.mostInBatch))
        const [next] = this.#ready.splice(0, 1)
        if (next) this.#makeReady(next, 0)
      })
    })
  }

  async #handOver(batch: readonly Waiting[]): Promise<void> {
    const acknowledged = new Set<string>()
    const delays = new Map<string, number>()
    const messages = batch.map(({ id, body, attempts }) => ({
      id,
      body: structuredClone(body),
      attempts,
      ack: () => void acknowledged.add(id),
      retry: (options: { readonly delaySeconds?: number } = {}) =>
        void delays.set(id, (options.delaySeconds ?? 0) * 1_000),
    }))
    let isDone = true
    try {
      await this.#consume({ queue: this.#settings.name, messages })
    } catch {
      isDone = false
      acknowledged.clear()
    }
    for (const message of batch) {
      if (acknowledged.has(message.id) || (isDone && !delays.has(message.id))) continue
      const { attempts } = message
      if (attempts <= this.#settings.mostRetries)
        this.#makeReady({ ...message, attempts: attempts + 1 }, (delays.get(message.id) ?? 0) + REDELIVERY_MS)
      else this.#settings.deadLetters?.accept(message.body)
    }
  }
}
