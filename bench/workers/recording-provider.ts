import type { Outcome } from '../../worker/domain/outcome.ts'
import type { Outgoing, Provider } from '../../worker/providers/provider.ts'
import type { Routes } from '../../worker/router.ts'

/** When a message was sent (or due) and accepted, and when it reached the provider: milliseconds since 1970. */
export type Delivery = {
  readonly sentMs: number
  readonly acceptedMs: number
  readonly deliveredMs: number
  readonly reference: string
}

/** The benchmark writes the time it sends a message at the end of its text, after this mark. */
const SENT_MARK = ' #'

const deliveryOf = ({ content, expiresAtMs, reference }: Outgoing, timeToLiveMs: number): Delivery => ({
  reference,
  sentMs: Number(content.body.slice(content.body.lastIndexOf(SENT_MARK) + SENT_MARK.length)),
  acceptedMs: expiresAtMs - timeToLiveMs,
  deliveredMs: Date.now(),
})

/** A provider that takes every message at once and remembers when, with a route that tells. */
export class RecordingProvider implements Provider {
  readonly name = 'bench'
  readonly honoursReferences = true
  readonly #timeToLiveMs: number
  #recording = false
  #deliveries: Delivery[] = []

  constructor(timeToLiveMs: number) {
    this.#timeToLiveMs = timeToLiveMs
  }

  async send(message: Outgoing): Promise<Outcome> {
    if (this.#recording) this.#deliveries.push(deliveryOf(message, this.#timeToLiveMs))
    return { kind: 'taken' }
  }

  /** Adds `POST /bench/deliveries`, which starts recording, and `GET`, which tells what was recorded. */
  addRoutes(routes: Routes): void {
    routes
      .post('/bench/deliveries', () => {
        this.#recording = true
        this.#deliveries = []
        return new Response(null, { status: 204 })
      })
      .get('/bench/deliveries', () => Response.json(this.#deliveries))
  }
}
