import type { Label } from './chain.ts'

/** Words before four numbers that make them a version, a section or a paragraph instead of an address. */
const NUMBERED =
  /(?:^|[^\p{L}])(?:v|ver|versjon|version|utgave|build|release|punkt|pkt|kapittel|kap|avsnitt|ledd|section|chapter|clause|art|artikkel|article|tabell|table|figur|figure|vedlegg|annex|nr|no|en|iso|ns|del|part|§+)[\s.:-]{0,3}$/iu

/** Whether four labels spell an IPv4 address, given the text before them. */
export function isIpv4Address(labels: readonly Label[], before: string): boolean {
  if (labels.length !== 4) return false
  const numbers = labels.map((label) => label.text)
  if (!numbers.every((number) => /^(?:0|[1-9]\d{0,2})$/.test(number) && Number(number) <= 255)) return false
  // Section 3.2.1.4, and a Norwegian phone number in pairs: 22.33.44.55. No such number begins with 0 or 1.
  if (numbers.every((number) => number.length === 1)) return false
  if (numbers.every((number) => number.length === 2) && !numbers[0]?.startsWith('1')) return false
  return !NUMBERED.test(before)
}

const BRACKETED_IPV6 = /\[[0-9a-f:.]{2,45}\]/gi

/** Where IPv6 addresses stand in brackets, as they do in links (RFC 3986 3.2.2). */
export function findIpv6Addresses(text: string): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = []
  for (const { 0: written, index } of text.matchAll(BRACKETED_IPV6)) {
    const groups = written.slice(1, -1).split(':')
    const complete = groups.length === 8 ? groups.every((group) => group !== '') : written.includes('::')
    if (complete && /[0-9a-f]/i.test(written)) found.push({ start: index, end: index + written.length })
  }
  return found
}
