import type { DevServer } from './dev-server.ts'

const API = '/notifications/api/v1/future'

/** A client of one running service, for tests that start and end services themselves. */
export function clientOf({ url }: Pick<DevServer, 'url'>, token: string) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const post = async (path: string, request: unknown) => {
    const response = await fetch(url + API + path, { method: 'POST', headers, body: JSON.stringify(request) })
    const answer: unknown = await response.json()
    return { status: response.status, shipmentId: String(Object(Object(answer).notification).shipmentId) }
  }
  const shipment = async (shipmentId: string): Promise<unknown> =>
    (await fetch(`${url}${API}/shipment/${shipmentId}`, { headers })).json()
  return {
    sendSms: (request: unknown) => post('/orders/instant/sms', request),
    order: (request: unknown) => post('/orders', request),
    shipment,
    /** The entries of the feed after a number, as many as a page holds. */
    feed: async (seq: number): Promise<readonly unknown[]> => {
      const entries: unknown = await (await fetch(`${url}${API}/shipment/feed?seq=${seq}`, { headers })).json()
      if (!Array.isArray(entries)) throw new Error('The feed is no list')
      return entries
    },
    statusOf: async (shipmentId: string): Promise<string> => String(Object(await shipment(shipmentId)).status),
  }
}

/** A token of a running service's local issuer. */
export async function localToken({ url }: Pick<DevServer, 'url'>): Promise<string> {
  const issued: unknown = await (await fetch(`${url}/dev/token`, { method: 'POST' })).json()
  return String(Object(issued).access_token)
}

/** The messages that a running service's inbox holds for a shipment. */
export async function messagesOf({ url }: Pick<DevServer, 'url'>, shipmentId: string): Promise<readonly unknown[]> {
  const messages: unknown = await (await fetch(`${url}/dev/inbox/messages`)).json()
  if (!Array.isArray(messages)) throw new Error('The inbox shows no list')
  return messages.filter((message) => message.shipmentId === shipmentId)
}

/** How many messages a running service's inbox holds for a shipment. */
export const countArrived = async (server: Pick<DevServer, 'url'>, shipmentId: string): Promise<number> =>
  (await messagesOf(server, shipmentId)).length

/** A right instant SMS request. */
export const someSms = (recipient: { phoneNumber?: string; timeToLiveInSeconds?: number } = {}) => ({
  idempotencyId: crypto.randomUUID(),
  recipientSms: {
    phoneNumber: '+4799999999',
    timeToLiveInSeconds: 60,
    ...recipient,
    smsSettings: { body: 'Engangskoden din er 4242424242.' },
  },
})
