import { NOTIFICATIONS_CREATE } from '../../auth/authenticate.ts'
import { organizationWith } from '../routing/access.ts'
import { boundUuid, type Documentation, problem } from '../routing/documentation.ts'

/** Who may follow an order. */
export const FOLLOWER = organizationWith(NOTIFICATIONS_CREATE)

/** The parameter that names an order. */
export const ORDER_ID = {
  id: boundUuid('id', 'A `shipmentId`, or the `notificationOrderId`, which stands for the main shipment.'),
}

/** What a route about one order answers where there is none. */
export const NOT_FOUND: Documentation['answers'] = { 404: problem('Your organisation has no such order.') }
