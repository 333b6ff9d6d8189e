/** A network by its first address and how many leading bits its addresses share. */
type Block<Address> = readonly [first: Address, bits: number]

/**
 * Networks of IPv4 that are no place on the public internet: IANA's special-purpose registry, multicast, what is reserved,
 * and the one public address that clouds answer from inside.
 */
const SPECIAL_IPV4: readonly Block<string>[] = [
  ['0.0.0.0', 8], // this host
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // behind a carrier's address translation
  ['127.0.0.0', 8], // loopback
  ['168.63.129.16', 32], // Azure's own services, as seen from its machines
  ['169.254.0.0', 16], // link-local, and the clouds' metadata
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.31.196.0', 24], // AS112
  ['192.52.193.0', 24], // multicast tunnels
  ['192.88.99.0', 24], // relays from IPv6
  ['192.168.0.0', 16], // private
  ['192.175.48.0', 24], // AS112
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, and broadcast
]

/**
 * All that is assigned to the public internet lies here. Loopback, link-local, unique local and multicast addresses do
 * not, nor does any way of writing an IPv4 address as IPv6 but two of those below.
 */
const GLOBAL_UNICAST: Block<bigint> = [0x2000n << 112n, 3]

/** What is special inside it. */
const SPECIAL_IPV6: readonly Block<bigint>[] = [
  [0x2001n << 112n, 23], // protocol assignments: Teredo, benchmarks, ORCHID
  [0x20010db8n << 96n, 32], // documentation
  [0x2002n << 112n, 16], // 6to4: an IPv4 address in the next 32 bits
  [0x2620004f8000n << 80n, 48], // AS112
  [0x3fffn << 112n, 20], // documentation
]

const IPV4_BITS = 32
const IPV6_BITS = 128
const IPV6_GROUPS = 8

const numberOf = (ipv4: string): number => ipv4.split('.').reduce((number, byte) => number * 256 + Number(byte), 0)

/** Whether an IPv4 address, as a URL writes it, is a place on the public internet. */
export const isPublicIpv4 = (address: string): boolean =>
  !SPECIAL_IPV4.some(([first, bits]) => {
    const size = 2 ** (IPV4_BITS - bits)
    return Math.floor(numberOf(address) / size) === Math.floor(numberOf(first) / size)
  })

/** The number of an IPv6 address as a URL writes it: hexadecimal groups, at most one `::`, never a dot. */
function ipv6Number(address: string): bigint {
  const [before = '', after] = address.split('::')
  const groups = (text = '') => text.split(':').filter((group) => group !== '')
  const missing = IPV6_GROUPS - groups(before).length - groups(after).length
  const all = [...groups(before), ...Array.from({ length: missing }, () => '0'), ...groups(after)]
  return all.reduce((number, group) => (number << 16n) | BigInt(`0x${group}`), 0n)
}

const isWithin = (address: bigint, [first, bits]: Block<bigint>): boolean =>
  address >> BigInt(IPV6_BITS - bits) === first >> BigInt(IPV6_BITS - bits)

/** Whether an IPv6 address, as a URL writes it between its brackets, is a place on the public internet. */
export function isPublicIpv6(address: string): boolean {
  const number = ipv6Number(address)
  return isWithin(number, GLOBAL_UNICAST) && !SPECIAL_IPV6.some((block) => isWithin(number, block))
}
