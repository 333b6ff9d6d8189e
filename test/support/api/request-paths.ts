import { API, ORDERS } from './client.ts'

/** Where a request of each kind is posted. A kind that is a part of a request has no path. */
export const REQUEST_PATHS: ReadonlyMap<string, string> = new Map([
  ['instant-sms', `${API}/orders/instant/sms`],
  ['instant-email', `${API}/orders/instant/email`],
  ['instant', `${API}/orders/instant`],
  ['order', `${API}/orders`],
  ['orders-email', `${ORDERS}/email`],
  ['orders-sms', `${ORDERS}/sms`],
  ['orders', ORDERS],
  ['correspondence', '/correspondence/api/v1/correspondence'],
])
