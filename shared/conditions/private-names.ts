import { isPublicIpv4 } from './address-blocks.ts'

/**
 * Last labels that no public name has, and that networks use among themselves: RFC 6761, 6762, 8375 and 9476, ICANN's
 * `internal`, and what routers, container engines and offices have made up.
 */
const PRIVATE_TOP_LEVELS: ReadonlySet<string> = new Set([
  'alt',
  'arpa',
  'cluster',
  'consul',
  'corp',
  'default',
  'docker',
  'domain',
  'home',
  'internal',
  'intra',
  'intranet',
  'ip',
  'lan',
  'local',
  'localdomain',
  'localhost',
  'mail',
  'onion',
  'private',
  'svc',
  'test',
  'workgroup',
])

/**
 * Public names that answer with loopback, with a router's address, with whatever address stands in the name, or with one
 * after another. Anyone can register another one: such a list stops what is at hand, not an attacker with a domain. What
 * the platform's network lets out is the second line. docs/decisions/0011-condition-endpoints.md.
 */
const REBINDING_NAMES: ReadonlySet<string> = new Set([
  '1u.ms',
  '127-0-0-1.org.uk',
  '42foo.com',
  'asusrouter.com',
  'backname.io',
  'bugbounty.dod.network',
  'ddev.site',
  'easy.box',
  'fritz.box',
  'fuf.me',
  'lacolhost.com',
  'lndo.site',
  'local.gd',
  'local.me',
  'local.pcfdev.io',
  'localh.st',
  'localho.st',
  'localhost.direct',
  'localhost.localstack.cloud',
  'localtest.me',
  'lvh.me',
  'myfritz.box',
  'nip.io',
  'plex.direct',
  'rbndr.us',
  'rebind.it',
  'rebind.network',
  'routerlogin.net',
  'spoofed.burpcollaborator.net',
  'smackaho.st',
  'sslip.io',
  'tplinkwifi.net',
  'traefik.me',
  'ts.net',
  'ulh.us',
  'vcap.me',
  'xip.io',
  'xip.name',
])

/**
 * Four numbers in a name, joined by dots or hyphens as rebinding services take them. They are looked at from each number on: of five
 * in a row, a service may take the first four or the last.
 */
const ADDRESS_IN_NAME = /(?<![a-z\d])(?=(\d{1,3})[.-](\d{1,3})[.-](\d{1,3})[.-](\d{1,3})(?![a-z\d]))/g

/** What every such name has: two digits with one of those between them. Few names have it. */
const MAY_HAVE_ADDRESS = /\d[.-]\d/

const namesSpecialAddress = (name: string): boolean =>
  MAY_HAVE_ADDRESS.test(name) &&
  [...name.matchAll(ADDRESS_IN_NAME)].some(([, ...bytes]) => {
    const address = bytes.slice(0, 4)
    return address.every((byte) => Number(byte) <= 255) && !isPublicIpv4(address.join('.'))
  })

/** Whether a name, or one that it lies under (of `a.b.no`: `b.no`, `no`), is in a set. */
function liesUnder(name: string, parents: ReadonlySet<string>): boolean {
  for (let start = 0; ; ) {
    if (parents.has(name.slice(start))) return true
    const dot = name.indexOf('.', start)
    if (dot < 0) return false
    start = dot + 1
  }
}

/** Whether a name, in small letters and without a final dot, leads or may lead to a private network. */
export function isPrivateName(name: string): boolean {
  const lastDot = name.lastIndexOf('.')
  if (lastDot < 0 || PRIVATE_TOP_LEVELS.has(name.slice(lastDot + 1))) return true
  return liesUnder(name, REBINDING_NAMES) || namesSpecialAddress(name)
}
