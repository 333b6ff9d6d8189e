import type { DevServer } from './dev-server.ts'

const API = '/notifications/api/v1/future'

/** A client of one running service, for tests that start and end services themselves. */
export function clientOf({ url }: Pick<DevServer, 'url'>, token: string) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  return {
    sendSms: async (request: unknown) => {
      const response = await fetch(`${url}${API}/orders/instant/sms`, {
        method: 'POST',
        headers,
        body: JSON.stringify(request),
      })
      const answer: unknown = await response.json()
      return { status: response.status, shipmentId: String(Object(Object(answer).notification).shipmentId) }
    },
    statusOf: async (shipmentId: string): Promise<string> => {
      const manifest: unknown = await (await fetch(`${url}${API}/shipment/${shipmentId}`, { headers })).json()
      return String(Object(manifest).status)
    },
  }
}

/** A token of a running service's local issuer. */
export async function localToken({ url }: Pick<DevServer, 'url'>): Promise<string> {
  const issued: unknown = await (await fetch(`${url}/dev/token`, { method: 'POST' })).json()
  return String(Object(issued).access_token)
}

/** How many messages a running service's inbox holds for a shipment. */
export async function countArrived({ url }: Pick<DevServer, 'url'>, shipmentId: string): Promise<number> {
  const messages: unknown = await (await fetch(`${url}/dev/inbox/messages`)).json()
  return Array.isArray(messages) ? messages.filter((message) => message.shipmentId === shipmentId).length : Number.NaN
}

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
