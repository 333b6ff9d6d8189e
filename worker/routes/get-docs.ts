import { serveAsset } from '../http/asset.ts'
import type { Exchange } from '../http/exchange.ts'

/** The page's own style is all it loads; nothing it shows can run. */
const CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** `GET /docs`: the API and the rules to read, generated like `/openapi.json`. */
export const getDocs = (request: Request, exchange: Exchange): Promise<Response> =>
  serveAsset(request, exchange, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
    'cache-control': 'max-age=300',
  })
