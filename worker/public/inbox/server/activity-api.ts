import type { InboxRequest } from '../../../providers/inbox/inbox-request.ts'
import { type Advice, KEPT_MESSAGES } from '../model/page-state.ts'
import { askInbox, tokenFor } from './inbox-api.ts'

/** What clients have sent, newest first. */
export const fetchRequests = async (): Promise<readonly InboxRequest[]> =>
  (await askInbox(`/dev/requests?limit=${KEPT_MESSAGES}`)).json()

/** What the judge says of a request as it was sent, in a language. */
export const fetchAdvice = async (body: string, language: string): Promise<readonly Advice[]> =>
  (await askInbox('/dev/judge', { method: 'POST', headers: { 'accept-language': language }, body })).json()

/** The status of a shipment, as its own organisation is told it; `undefined` where it has none. */
export async function fetchStatus(shipmentId: string, organization: string | undefined): Promise<string | undefined> {
  const headers = { authorization: `Bearer ${await tokenFor(organization)}` }
  const response = await fetch(`/notifications/api/v1/future/shipment/${shipmentId}`, { headers })
  if (!response.ok) return undefined
  const { status, recipients }: { status: string; recipients?: readonly { status: string }[] } = await response.json()
  // An order's shipment is processed while its messages wait or fail: what they say is nearer to the point.
  const own = recipients?.map((recipient) => recipient.status)
  return own?.find((one) => one.includes('_Failed')) ?? own?.[0] ?? status
}

/** Makes due now what waits of a shipment. */
export const bringForward = (shipmentId: string, organization: string | undefined): Promise<Response> =>
  askInbox(
    `/dev/shipments/${shipmentId}/due${organization === undefined ? '' : `?org=${encodeURIComponent(organization)}`}`,
    {
      method: 'POST',
    },
  )

/** Brings back what was emptied last. */
export const restoreInbox = (): Promise<Response> => askInbox('/dev/inbox/messages/restore', { method: 'POST' })
