import type { InboxRequest } from '../../../providers/inbox/inbox-request.ts'
import type { Filter, PageState } from './page-state.ts'

/** What became of something that a client has sent. */
export type ActivityStage = 'refused' | 'failed' | 'waiting' | 'underway' | 'delivered' | 'done'

/** One line of the activity: a request that was refused, or one shipment of a request. */
export type ActivityRow = {
  readonly key: string
  readonly request: InboxRequest
  readonly shipmentId: string | undefined
  /** Its place among the request's shipments: the message is 0, its reminders follow. */
  readonly place: number
  /** The wire's own word: a status, or the HTTP status of a refusal. */
  readonly status: string
  readonly stage: ActivityStage
  /** Whether a provider has taken it: what fails without was never sent. */
  readonly isTaken: boolean
}

/** A status that waits for a time, a window or a condition. */
const WAITING: ReadonlySet<string> = new Set(['Order_Registered', 'SMS_New', 'Email_New'])

const FIRST_REFUSAL = 400

/** What a status means to a person who looks for failures. */
function stageOfShipment(status: string): ActivityStage {
  if (status.includes('_Failed')) return 'failed'
  if (WAITING.has(status)) return 'waiting'
  if (status.endsWith('_Delivered')) return 'delivered'
  return status === 'Order_Completed' || status === 'Order_Cancelled' || status === 'Order_SendConditionNotMet'
    ? 'done'
    : 'underway'
}

/** Whether a shipment may still change. */
const isUnfinished = (status: string | undefined): boolean => {
  if (status === undefined) return true
  const stage = stageOfShipment(status)
  return stage === 'waiting' || stage === 'underway'
}

/** What was sent to this service, newest first: each refusal, and each shipment of what was accepted. */
export function activityRows({ requests, messages, shipments }: PageState): readonly ActivityRow[] {
  const statuses = new Map([...messages.values()].map(({ shipmentId, status }) => [shipmentId, status] as const))
  return [...requests.values()].toReversed().flatMap((request): readonly ActivityRow[] => {
    const row = {
      key: request.id,
      request,
      shipmentId: undefined,
      place: 0,
      status: String(request.status),
      isTaken: false,
    }
    if (request.status >= FIRST_REFUSAL) return [{ ...row, stage: 'refused' }]
    if (request.shipmentIds.length === 0) return [{ ...row, stage: 'done' }]
    return request.shipmentIds.map((shipmentId, place) => {
      const status = statuses.get(shipmentId) ?? shipments.get(shipmentId) ?? ''
      const stage = status === '' ? 'underway' : stageOfShipment(status)
      return {
        ...row,
        key: `${request.id} ${shipmentId}`,
        shipmentId,
        place,
        status,
        stage,
        isTaken: statuses.has(shipmentId),
      }
    })
  })
}

/** Whether a line belongs to what is looked for. */
export function isInFilter(filter: Filter, { stage }: ActivityRow): boolean {
  if (filter === 'failed') return stage === 'failed' || stage === 'refused'
  if (filter === 'waiting') return stage === 'waiting' || stage === 'underway'
  return filter === 'all' || stage === filter
}

/** The shipments whose status the inbox's messages do not tell, the newest first. */
export const toFollow = (state: PageState): readonly ActivityRow[] =>
  activityRows(state).filter(
    ({ shipmentId, isTaken }) => shipmentId !== undefined && !isTaken && isUnfinished(state.shipments.get(shipmentId)),
  )

/** The request that ordered a shipment, where it is known. */
export const requestOf = ({ requests }: Pick<PageState, 'requests'>, shipmentId: string): InboxRequest | undefined =>
  [...requests.values()].findLast(({ shipmentIds }) => shipmentIds.includes(shipmentId))
