import { fail, ok, type Result } from '../result.ts'
import { isPublicIpv4, isPublicIpv6 } from './address-blocks.ts'
import { parseUrl } from './parse-url.ts'
import { isPrivateName } from './private-names.ts'

/** Why the address of a condition is not asked. */
export type AddressRefusal =
  | 'malformed'
  | 'scheme-unsupported'
  | 'credentials'
  | 'port-unusual'
  | 'private-address'
  | 'private-name'

/** What a service lets pass: in development and in tests, a condition may be a server on the same machine. */
export type AddressPolicy = { readonly allowLoopback: boolean }

/** The ports that web services listen on. Any other is more likely a database or a mail server. */
const PORTS: ReadonlySet<string> = new Set(['', '80', '443', '8080', '8443'])

const IPV4 = /^\d+\.\d+\.\d+\.\d+$/
const NAME = /^[a-z\d_-]+(?:\.[a-z\d_-]+)*$/
const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|\[::1\]|(?:.+\.)?localhost)$/

function hostRefusal(host: string): AddressRefusal | undefined {
  if (host.startsWith('[')) return isPublicIpv6(host.slice(1, -1)) ? undefined : 'private-address'
  if (IPV4.test(host)) return isPublicIpv4(host) ? undefined : 'private-address'
  if (!NAME.test(host)) return 'malformed'
  return isPrivateName(host) ? 'private-name' : undefined
}

/**
 * Whether the address of a condition may be asked, and if not, why.
 *
 * The platform's URL parser undoes the many spellings of a host (`0x7f.1`, `%31%32%37.1`, full-width digits) exactly as
 * the request itself will, so what is judged is what is asked: ask the address it returns, never the text. What a name
 * resolves to is not known here; `docs/decisions/0011-condition-endpoints.md` says what that leaves open.
 */
export function mayAsk(text: string, { allowLoopback }: AddressPolicy): Result<string, AddressRefusal> {
  const url = parseUrl(text)
  if (!url) return fail('malformed')
  const host = url.hostname.replace(/\.$/, '')
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return fail('scheme-unsupported')
  if (url.username !== '' || url.password !== '') return fail('credentials')
  if (allowLoopback && LOOPBACK.test(host)) return ok(url.href)
  const refusal = hostRefusal(host)
  if (refusal) return fail(refusal)
  return PORTS.has(url.port) ? ok(url.href) : fail('port-unusual')
}
