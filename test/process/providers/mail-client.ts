import { clientOf, localToken } from '../../support/client.ts'
import type { DevServer } from '../../support/dev-server.ts'

const PATH = '/notifications/api/v1/future/orders/instant/email'
const POLL_MS = 100

/** What a test's mail says, where it matters. */
export type SomeMail = {
  readonly emailAddress?: string
  readonly subject?: string
  readonly body?: string
  readonly contentType?: 'Plain' | 'Html'
  readonly senderEmailAddress?: string
}

/** A client of one running service that sends mail and waits for what comes of it. */
export async function mailClient(server: DevServer) {
  const token = await localToken(server)
  const { statusOf } = clientOf(server, token)
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }

  async function send({ emailAddress = 'ola.nordmann@example.com', ...settings }: SomeMail = {}): Promise<string> {
    const request = {
      idempotencyId: crypto.randomUUID(),
      recipientEmail: { emailAddress, emailSettings: { subject: 'Kode', body: 'Koden er 428516.', ...settings } },
    }
    const response = await fetch(server.url + PATH, { method: 'POST', headers, body: JSON.stringify(request) })
    const answer: unknown = await response.json()
    if (response.status !== 201) throw new Error(`Refused: ${JSON.stringify(answer)}`)
    return String(Object(Object(answer).notification).shipmentId)
  }

  /** The status of a shipment once it is final, or what it is when patience ends. */
  async function settled(shipmentId: string, withinMs = 20_000): Promise<string> {
    const untilMs = Date.now() + withinMs
    for (;;) {
      const status = await statusOf(shipmentId)
      if (/Delivered|Failed/.test(status) || Date.now() > untilMs) return status
      await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    }
  }

  return { send, settled, statusOf }
}

/** Waits until something holds. */
export async function until(holds: () => boolean, withinMs = 20_000): Promise<void> {
  const untilMs = Date.now() + withinMs
  while (!holds()) {
    if (Date.now() > untilMs) throw new Error('It never came to hold')
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}
