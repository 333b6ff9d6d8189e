import type { RequestContext } from './request-context.ts'

/** A page loads its own script, style and picture, asks this service alone, and is in no other page's frame. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** The headers of a page. */
export const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
} as const

/** One of the files that are deployed beside the Worker, with headers of its own. */
export async function serveAsset(
  request: Request,
  { env }: RequestContext,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const asset = await env.ASSETS.fetch(new Request(request.url, { method: 'GET' }))
  const response = new Response(asset.body, asset)
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}
