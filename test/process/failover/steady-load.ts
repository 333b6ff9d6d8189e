import { Service } from '../../support/api/service.ts'
import type { DevServer } from '../../support/dev-server.ts'

const API = '/notifications/api/v1/future'
const ANSWERS_AT_ONCE = 20

/** What the load's messages may live for: as long as the promise that is tested. */
export const TIME_TO_LIVE_SECONDS = 120

/** A message of the load. */
export type Sent = { readonly shipmentId: string; readonly to: string; readonly sentAtMs: number }

/** What a client sees of a message of the load at the end. */
export type Fate = Sent & { readonly status: string; readonly tookMs: number }

/** The first of the numbers that a steady load goes to. */
export const FIRST_OF_LOAD = 41_600_000

const CHANNELS = {
  sms: {
    path: '/orders/instant/sms',
    recipient: (number: number) => `+47${FIRST_OF_LOAD + number}`,
    body: (to: string) => ({
      recipientSms: {
        phoneNumber: to,
        timeToLiveInSeconds: TIME_TO_LIVE_SECONDS,
        smsSettings: { body: 'Koden er 428516.' },
      },
    }),
  },
  email: {
    path: '/orders/instant/email',
    recipient: (number: number) => `mottaker${number}@example.com`,
    body: (to: string) => ({
      recipientEmail: { emailAddress: to, emailSettings: { subject: 'Kode', body: 'Koden er 428516.' } },
    }),
  },
} as const

/** Sends messages of one channel to one service, so many a second, each to somebody else. */
export class SteadyLoad {
  readonly sent: Sent[] = []
  /** Requests that were not answered with 201. */
  refused = 0
  readonly #open = new Set<Promise<void>>()
  readonly #headers: Readonly<Record<string, string>>
  readonly #timer: NodeJS.Timeout
  readonly #url: string
  readonly #channel: (typeof CHANNELS)[keyof typeof CHANNELS]
  #count = 0

  private constructor(url: string, token: string, channel: keyof typeof CHANNELS, perSecond: number) {
    this.#url = url + API
    this.#headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    this.#channel = CHANNELS[channel]
    this.#timer = setInterval(() => {
      const one = this.#send(this.#channel.recipient(++this.#count)).finally(() => this.#open.delete(one))
      this.#open.add(one)
    }, 1_000 / perSecond)
  }

  static async on(server: DevServer, channel: keyof typeof CHANNELS, perSecond: number): Promise<SteadyLoad> {
    return new SteadyLoad(server.url, await Service.at(server).token(), channel, perSecond)
  }

  /** Ends the load, when its last request is answered. */
  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await Promise.all(this.#open)
  }

  /** What became of each message. */
  async fates(): Promise<readonly Fate[]> {
    const fates: Fate[] = []
    const rest = [...this.sent]
    const ask = async () => {
      for (let sent = rest.pop(); sent; sent = rest.pop()) {
        const response = await fetch(`${this.#url}/shipment/${sent.shipmentId}`, { headers: this.#headers })
        const { status, lastUpdate } = Object(await response.json())
        fates.push({ ...sent, status: String(status), tookMs: Date.parse(lastUpdate) - sent.sentAtMs })
      }
    }
    await Promise.all(Array.from({ length: ANSWERS_AT_ONCE }, ask))
    return fates
  }

  async #send(to: string): Promise<void> {
    const sentAtMs = Date.now()
    const response = await fetch(this.#url + this.#channel.path, {
      method: 'POST',
      headers: this.#headers,
      body: JSON.stringify({ idempotencyId: crypto.randomUUID(), ...this.#channel.body(to) }),
    })
    const answer: unknown = await response.json()
    if (response.status === 201)
      this.sent.push({ shipmentId: String(Object(Object(answer).notification).shipmentId), to, sentAtMs })
    else this.refused++
  }
}
