import { IttyRouter, type IttyRouterType } from 'itty-router'
import { type Exchange, refuse } from './http/exchange.ts'
import type { RouteRequest } from './http/route-request.ts'
import { checkNotification } from './routes/correspondence/check-notification.ts'
import { confirmCorrespondence } from './routes/correspondence/confirm.ts'
import { getContent } from './routes/correspondence/get-content.ts'
import { getDetails } from './routes/correspondence/get-details.ts'
import { getOverview } from './routes/correspondence/get-overview.ts'
import { initialiseFromForm } from './routes/correspondence/initialise-form.ts'
import { initialiseFromJson } from './routes/correspondence/initialise-json.ts'
import { markAsRead } from './routes/correspondence/mark-as-read.ts'
import { CORRESPONDENCE_PATH } from './routes/correspondence/paths.ts'
import { purgeCorrespondence } from './routes/correspondence/purge.ts'
import { getDocs } from './routes/get-docs.ts'
import { getHealth } from './routes/get-health.ts'
import { getOpenApi } from './routes/get-openapi.ts'
import { getShipment } from './routes/get-shipment.ts'
import { getStatusFeed } from './routes/get-status-feed.ts'
import { listDeadLetters } from './routes/list-dead-letters.ts'
import { cancelOrder } from './routes/orders/cancel-order.ts'
import { createOrder } from './routes/orders/create-order.ts'
import { getOrder } from './routes/orders/get-order.ts'
import { getOrderStatus } from './routes/orders/get-order-status.ts'
import { listNotifications } from './routes/orders/list-notifications.ts'
import { API_PATH, EMAIL_REPORTS_PATH, ORDERS_PATH, SMS_REPORTS_PATH, TWILIO_STATUS_PATH } from './routes/paths.ts'
import { receiveAcsReport } from './routes/receive-acs-report.ts'
import { receiveLinkReport } from './routes/receive-link-report.ts'
import { receiveTwilioStatus } from './routes/receive-twilio-status.ts'
import { sendInstantDeprecated } from './routes/send-instant-deprecated.ts'
import { sendInstantEmail } from './routes/send-instant-email.ts'
import { sendInstantSms } from './routes/send-instant-sms.ts'

/** The table of an API's routes. */
export type Routes = IttyRouterType<RouteRequest, [Exchange], Response>

/** The API's contents page. An entry may add routes of its own before it closes the table. */
export function createRoutes(addRoutes: (routes: Routes) => void): Routes {
  const routes: Routes = IttyRouter()
  routes
    .post(`${API_PATH}/future/orders/instant/sms`, sendInstantSms)
    .post(`${API_PATH}/future/orders/instant/email`, sendInstantEmail)
    .post(`${API_PATH}/future/orders/instant`, sendInstantDeprecated)
    .post(`${API_PATH}/future/orders`, createOrder)
    .get(`${API_PATH}/future/shipment/feed`, getStatusFeed)
    .get(`${API_PATH}/future/shipment/:shipmentId`, getShipment)
    .get(`${ORDERS_PATH}:id`, getOrder)
    .get(`${ORDERS_PATH}:id/status`, getOrderStatus)
    .get(`${ORDERS_PATH}:id/notifications/email`, listNotifications('email'))
    .get(`${ORDERS_PATH}:id/notifications/sms`, listNotifications('sms'))
    .put(`${ORDERS_PATH}:id/cancel`, cancelOrder)
    .post(CORRESPONDENCE_PATH, initialiseFromJson)
    .post(`${CORRESPONDENCE_PATH}/upload`, initialiseFromForm)
    .get(`${CORRESPONDENCE_PATH}/:id`, getOverview)
    .get(`${CORRESPONDENCE_PATH}/:id/details`, getDetails)
    .get(`${CORRESPONDENCE_PATH}/:id/content`, getContent)
    .post(`${CORRESPONDENCE_PATH}/:id/markasread`, markAsRead)
    .post(`${CORRESPONDENCE_PATH}/:id/confirm`, confirmCorrespondence)
    .delete(`${CORRESPONDENCE_PATH}/:id/purge`, purgeCorrespondence)
    .get(`${CORRESPONDENCE_PATH}/:id/notification/check`, checkNotification('reminder'))
    .get(`${CORRESPONDENCE_PATH}/:id/notification/check/main`, checkNotification('main'))
    .post(SMS_REPORTS_PATH, receiveLinkReport)
    .post(TWILIO_STATUS_PATH, receiveTwilioStatus)
    .post(EMAIL_REPORTS_PATH, receiveAcsReport)
    .get('/dead-letters', listDeadLetters)
    .get('/health', getHealth)
    .get('/openapi.json', getOpenApi)
    .get('/docs', getDocs)
  addRoutes(routes)
  routes.all('*', (request, exchange) => answerUnmatched(routes, request, exchange))
  return routes
}

/** Answers what no route took: HEAD as GET, another method with those there are, another address with 404. */
async function answerUnmatched(routes: Routes, request: Request, exchange: Exchange): Promise<Response> {
  const { pathname } = new URL(request.url)
  const methods = routes.routes
    .filter(([method, path]) => method !== 'ALL' && path.test(pathname))
    .map(([method]) => method)
  if (methods.length === 0) return refuse(exchange, { reason: 'route-unknown' })
  if (request.method === 'HEAD' && methods.includes('GET')) {
    const { headers, status } = await routes.fetch(new Request(request, { method: 'GET' }), exchange)
    return new Response(null, { headers, status })
  }
  const allowed = [...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))]
  return refuse(exchange, { reason: 'method-not-allowed', allowed })
}
