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

/** Public names whose servers answer with loopback, with whatever address stands in the name, or with one after another. */
const REBINDING_NAMES: ReadonlySet<string> = new Set([
  '1u.ms',
  '42foo.com',
  'backname.io',
  'bugbounty.dod.network',
  'fuf.me',
  'lacolhost.com',
  'local.gd',
  'localho.st',
  'localtest.me',
  'lvh.me',
  'nip.io',
  'plex.direct',
  'rbndr.us',
  'rebind.it',
  'rebind.network',
  'spoofed.burpcollaborator.net',
  'sslip.io',
  'traefik.me',
  'ulh.us',
  'vcap.me',
  'xip.io',
  'xip.name',
])

/** Four numbers in a name, joined by dots or hyphens as rebinding services take them. */
const ADDRESS_IN_NAME = /(?<![a-z\d])(\d{1,3})[.-](\d{1,3})[.-](\d{1,3})[.-](\d{1,3})(?![a-z\d])/g

const namesSpecialAddress = (name: string): boolean =>
  [...name.matchAll(ADDRESS_IN_NAME)].some(([, ...bytes]) => {
    const address = bytes.slice(0, 4)
    return address.every((byte) => Number(byte) <= 255) && !isPublicIpv4(address.join('.'))
  })

/** The name itself and every name it lies under: `a.b.no`, `b.no`, `no`. */
const withParents = (labels: readonly string[]): readonly string[] =>
  labels.map((_, index) => labels.slice(index).join('.'))

/** Whether a name, in small letters and without a final dot, leads or may lead to a private network. */
export function isPrivateName(name: string): boolean {
  const labels = name.split('.')
  if (labels.length < 2 || PRIVATE_TOP_LEVELS.has(labels.at(-1) ?? '')) return true
  return withParents(labels).some((parent) => REBINDING_NAMES.has(parent)) || namesSpecialAddress(name)
}
