import type { Exchange } from './exchange.ts'

/** One of the files that are deployed beside the Worker, with headers of its own. */
export async function serveAsset(
  request: Request,
  { env }: Exchange,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const asset = await env.ASSETS.fetch(new Request(request.url, { method: 'GET' }))
  const response = new Response(asset.body, asset)
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}
