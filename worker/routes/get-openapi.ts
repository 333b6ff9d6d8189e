import { serveAsset } from '../http/asset.ts'
import type { Exchange } from '../http/exchange.ts'

/** `GET /openapi.json`: the API's description (OpenAPI 3.1), generated from the schemas. */
export const getOpenApi = (request: Request, exchange: Exchange): Promise<Response> =>
  serveAsset(request, exchange, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'max-age=300' })
