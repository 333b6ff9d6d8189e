import { IttyRouter, type IttyRouterType } from 'itty-router'
import { type Exchange, refuse } from './http/exchange.ts'
import type { RouteRequest } from './http/route-request.ts'
import { getDocs } from './routes/get-docs.ts'
import { getHealth } from './routes/get-health.ts'
import { getOpenApi } from './routes/get-openapi.ts'
import { getShipment } from './routes/get-shipment.ts'
import { getStatusFeed } from './routes/get-status-feed.ts'
import { listDeadLetters } from './routes/list-dead-letters.ts'
import { API_PATH, SMS_REPORTS_PATH } from './routes/paths.ts'
import { receiveLinkReport } from './routes/receive-link-report.ts'
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
    .get(`${API_PATH}/future/shipment/feed`, getStatusFeed)
    .get(`${API_PATH}/future/shipment/:shipmentId`, getShipment)
    .post(SMS_REPORTS_PATH, receiveLinkReport)
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
