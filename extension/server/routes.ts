import { table } from '@straks/shared'

const API = '/notifications/api/v1'

/** The routes of the kinds of request that are sent at once, and so can be tried on the inbox. */
export const INSTANT_ROUTES = table<string>({
  'instant-sms': `${API}/future/orders/instant/sms`,
  'instant-email': `${API}/future/orders/instant/email`,
  instant: `${API}/future/orders/instant`,
})
