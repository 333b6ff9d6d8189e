import type { RouteGroup } from '../../worker/api/routing/group.ts'
import type { Outcome } from '../../worker/domain/outcome.ts'
import type { Outgoing, Provider } from '../../worker/providers/provider.ts'
import { defineBenchRoute } from './bench-route.ts'

/** When a message was sent (or due) and accepted, and when it reached the provider: milliseconds since 1970. */
type Delivery = {
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

  /** How many of them had a time at the end of their text. */
  get #marked(): number {
    return this.#deliveries.filter(({ sentMs }) => Number.isFinite(sentMs)).length
  }

  /** `POST /bench/deliveries`, which starts recording, and `GET`, which tells what was recorded. */
  readonly routes: RouteGroup = {
    prefix: '/bench',
    routes: [
      defineBenchRoute('POST', '/deliveries', async () => {
        this.#recording = true
        this.#deliveries = []
        return new Response(null, { status: 204 })
      }),
      defineBenchRoute('GET', '/deliveries', async () => Response.json(this.#deliveries)),
      defineBenchRoute('GET', '/deliveries/count', async () => new Response(String(this.#marked))),
    ],
  }
}
