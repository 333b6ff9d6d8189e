import { isDevelopment } from '../platform/config.ts'
import { isFromThisMachine } from './caller-on-this-machine.ts'
import { refuseStranger } from './refuse-stranger.ts'

/** A path that may be a file's: the inbox, a page of the documentation, or one with an ending. */
const FILE = /^\/$|^\/docs\/|\.[a-z]+$/

/** Files that routes serve, with headers of their own. */
const SERVED_BY_ROUTES: ReadonlySet<string> = new Set(['/docs', '/openapi.json', '/operator'])

/**
 * The inbox's page and its files, for a browser on this machine: with `Host` unchecked, a website whose name leads here
 * could read the page as its own. `undefined` where the request is for no such file.
 */
export async function servePage(request: Request, env: Env): Promise<Response | undefined> {
  if (!isDevelopment(env) || (request.method !== 'GET' && request.method !== 'HEAD')) return undefined
  const { pathname } = new URL(request.url)
  if (!FILE.test(pathname) || SERVED_BY_ROUTES.has(pathname)) return undefined
  if (!isFromThisMachine(request)) return refuseStranger()
  const asset = await env.ASSETS.fetch(request)
  return asset.status === 404 ? undefined : asset
}
