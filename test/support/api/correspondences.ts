import { type Answer, listIn, type Members } from './answer.ts'
import type { Client } from './client.ts'
import { eventually } from './eventually.ts'
import type { Service } from './service.ts'

export const CORRESPONDENCE = '/correspondence/api/v1/correspondence'

const CONTENT = { language: 'nb', messageTitle: 'Vedtak', messageBody: 'Her er vedtaket.' }

/** A message of the inbox. */
export type Arrived = {
  readonly channel: string
  readonly to: string
  readonly subject: string | undefined
  readonly body: string
  readonly contentType: string | undefined
  readonly receivedAt: string
  readonly shipmentId: string
}

/** The ids of the correspondences that an answer tells of. */
export const idsOf = ({ json }: Answer): readonly string[] =>
  listIn(json.correspondences).map(({ correspondenceId }) => String(correspondenceId))

const toArrived = ({ channel, to, subject, body, contentType, receivedAt, shipmentId }: Members): Arrived => ({
  channel: String(channel),
  to: String(to),
  subject: subject === undefined ? undefined : String(subject),
  body: String(body),
  contentType: contentType === undefined ? undefined : String(contentType),
  receivedAt: String(receivedAt),
  shipmentId: String(shipmentId),
})

/** A sender of correspondences and their notifications, which may also read them. */
export class Correspondences {
  readonly #service: Service
  readonly #client: Client

  constructor(service: Service, client: Client) {
    this.#service = service
    this.#client = client
  }

  /** Initialises a right message with this notification, and gives its id. */
  async send(
    notification: Members,
    correspondence: Members = {},
    recipients: readonly string[] = ['0192:313756270'],
  ): Promise<string> {
    const answer = await this.#client.ask('POST', CORRESPONDENCE, {
      correspondence: {
        resourceId: 'example',
        sendersReference: 'case-1',
        content: CONTENT,
        notification,
        ...correspondence,
      },
      recipients,
    })
    if (answer.status !== 200) throw new Error(`Refused: ${JSON.stringify(answer.json)}`)
    return idsOf(answer)[0] ?? ''
  }

  act = (method: 'GET' | 'POST' | 'DELETE', id: string, action: string): Promise<Answer> =>
    this.#client.ask(method, `${CORRESPONDENCE}/${id}/${action}`)

  content = async (id: string): Promise<string> =>
    (await this.#client.request('GET', `${CORRESPONDENCE}/${id}/content`)).text()

  details = async (id: string): Promise<Members> => (await this.act('GET', id, 'details')).json
  statusOf = async (id: string): Promise<string> => String((await this.details(id)).status)
  notifications = async (id: string): Promise<readonly Members[]> => listIn((await this.details(id)).notifications)

  /** Waits until a correspondence has a status. */
  reaches = async (id: string, status: string, withinMs?: number): Promise<void> => {
    await eventually(
      () => this.statusOf(id),
      (seen) => seen === status,
      withinMs,
    )
  }

  /** Waits until the notifications have these statuses, and gives them. */
  settles = async (id: string, statuses: readonly string[], withinMs?: number): Promise<readonly Members[]> => {
    const seen = () => this.notifications(id)
    const wanted = JSON.stringify(statuses)
    return eventually(seen, (all) => JSON.stringify(all.map(({ status }) => status)) === wanted, withinMs)
  }

  /** What has arrived for a correspondence: the first notification before its reminder. */
  arrived = async (id: string): Promise<readonly Arrived[]> => {
    const shipments = (await this.notifications(id)).map((one) => one.id)
    const messages = (await this.#service.arrived()).filter(({ shipmentId }) => shipments.includes(shipmentId))
    return messages.map(toArrived).sort((one, other) => one.receivedAt.localeCompare(other.receivedAt))
  }
}
