import { expect } from 'vitest'
import type { DevServer } from './dev-server.ts'

const CORRESPONDENCE = '/correspondence/api/v1/correspondence'

type Members = Record<string, unknown>

/** A message of the inbox. */
export type Arrived = {
  readonly channel: string
  readonly to: string
  readonly subject?: string
  readonly body: string
  readonly contentType?: string
  readonly receivedAt: string
  readonly shipmentId: string
}

/** A notification as details show it. */
export type Notified = {
  readonly id: string
  readonly isReminder: boolean
  readonly status: string
  readonly recipient: Members
  readonly requestedSendTime: string
  readonly notificationStatusDetails: Members
}

/** A client of the correspondences of one running service: of a sender, who may also read. */
export async function correspondencesOf({ url }: Pick<DevServer, 'url'>, org = 'ttd') {
  const issued = await fetch(`${url}/dev/token`, { method: 'POST', body: JSON.stringify({ org }) })
  const { access_token } = Object(await issued.json())
  const headers = { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' }
  const ask = async (method: string, path: string, body?: unknown): Promise<Members> => {
    const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }
    return Object(await (await fetch(url + CORRESPONDENCE + path, init)).json())
  }
  const details = async (id: string) => {
    const shown = await ask('GET', `/${id}/details`)
    return { ...shown, status: String(shown.status), notifications: readNotifications(shown.notifications) }
  }
  return {
    /** Initialises a right message with this notification, and gives its id. */
    send: async (notification: Members, correspondence: Members = {}, recipients: readonly string[] = []) => {
      const content = { language: 'nb', messageTitle: 'Vedtak', messageBody: 'Her er vedtaket.' }
      const answer = await ask('POST', '', {
        correspondence: { resourceId: 'example', sendersReference: 'case-1', content, notification, ...correspondence },
        recipients: recipients.length > 0 ? recipients : ['0192:313756270'],
      })
      const [first] = Array.isArray(answer.correspondences) ? answer.correspondences : []
      if (!first) throw new Error(`Refused: ${JSON.stringify(answer)}`)
      return String(first.correspondenceId)
    },
    details,
    act: (method: 'GET' | 'POST' | 'DELETE', id: string, path: string) =>
      fetch(`${url}${CORRESPONDENCE}/${id}/${path}`, { method, headers }),
    /** Waits until the notifications have these statuses, and gives them. */
    settles: async (id: string, statuses: readonly string[], timeout = 15_000): Promise<readonly Notified[]> => {
      const statusesOf = async () => (await details(id)).notifications.map(({ status }) => status)
      await expect.poll(statusesOf, { timeout, interval: 100 }).toEqual(statuses)
      return (await details(id)).notifications
    },
    /** What has arrived for a correspondence: the first notification before its reminder. */
    arrived: async (id: string): Promise<readonly Arrived[]> => {
      const shipments = (await details(id)).notifications.map((one) => one.id)
      const messages: unknown = await (await fetch(`${url}/dev/inbox/messages`)).json()
      if (!Array.isArray(messages)) throw new Error('The inbox shows no list')
      return messages
        .filter(({ shipmentId }) => shipments.includes(shipmentId))
        .sort((one, other) => String(one.receivedAt).localeCompare(other.receivedAt))
    },
    putParty: async (path: string, party: Members): Promise<void> => {
      const answer = await fetch(`${url}/dev/register/${path}`, { method: 'PUT', body: JSON.stringify(party) })
      expect(answer.status).toBe(200)
    },
  }
}

function readNotifications(shown: unknown): readonly Notified[] {
  if (!Array.isArray(shown)) throw new Error('The details show no notifications')
  return shown
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
