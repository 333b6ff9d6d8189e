import { readHeader } from '../platform/read-header.ts'

/** Names and addresses of the machine itself, and `.test`, which cannot be registered (RFC 6761). */
const OF_THIS_MACHINE = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]|[a-z\d.-]{1,253}\.(?:localhost|test))(?::\d{1,5})?$/i

/**
 * Whether a request comes from this machine's own page or a tool, rather than from a website that a developer has open.
 * A website may let its name resolve to this machine (then `Host` names it), or open a WebSocket (then `Origin` does).
 */
export function isFromThisMachine(request: Request): boolean {
  const host = readHeader(request, 'host') ?? new URL(request.url).host
  if (!OF_THIS_MACHINE.test(host)) return false
  const origin = readHeader(request, 'origin')
  if (origin === null) return !request.headers.has('origin')
  return origin === `http://${host}` || origin === `https://${host}`
}
