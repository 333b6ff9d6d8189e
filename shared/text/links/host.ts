import type { Label } from './chain.ts'
import { isIpv4Address } from './ip-address.ts'
import { closesDomain, topLevelEnd } from './top-level-judge.ts'

/** A host in the folded text, with the labels that it is made of. */
export type LinkHost = {
  readonly start: number
  readonly end: number
  readonly labels: readonly Label[]
  readonly shape: 'domain' | 'www' | 'ip-address'
}

/** How much of the text before four numbers can say what they count. */
const CUE_UNITS = 16

const isWww = (label: Label): boolean => /^www\d?$/i.test(label.text)
const isTight = (label: Label): boolean => label.separator === 'dot' || label.separator === 'bracketed-dot'
const isNumber = (label: Label): boolean => /^\d+$/.test(label.text)

/** Finds the hosts in a chain of labels, in order. Each is as long as its dots allow. */
export function findHosts(text: string, chain: readonly Label[]): readonly LinkHost[] {
  const hosts: LinkHost[] = []
  let first = 0
  while (first < chain.length) {
    const { closing, next } = readGroup(text, chain, first)
    const host = closing === undefined ? unclosedHost(text, chain, first, next) : hostOf(chain, first, closing)
    if (host) hosts.push(host)
    first = closing === undefined ? next : closing + 1
  }
  return hosts
}

/** Walks the labels that may belong together and notes the last one that can close a domain. */
function readGroup(text: string, chain: readonly Label[], first: number) {
  let closing: number | undefined
  let numbersOnly = true
  let hasBracketedDot = false
  let previous = chain[first]
  const startsWithWww = previous !== undefined && isWww(previous)
  let index = first + 1
  for (; previous; index += 1) {
    const label = chain[index]
    if (!label) break
    numbersOnly &&= isNumber(previous)
    hasBracketedDot ||= label.separator === 'bracketed-dot'
    const beforePrevious = index - 2 >= first ? chain[index - 2] : undefined
    const closes = closesDomain(label, {
      text,
      previous,
      beforePrevious,
      startsWithWww,
      hasBracketedDot,
      numbersOnly: numbersOnly ? index - first : 0,
    })
    if (closes) closing = index
    else if (label.separator === 'after' && !(startsWithWww && index === first + 1)) break
    previous = label
  }
  return { closing, next: index }
}

function hostOf(chain: readonly Label[], first: number, last: number): LinkHost | undefined {
  const labels = chain.slice(first, last + 1)
  const [head] = labels
  const tail = labels.at(-1)
  if (!head || !tail) return undefined
  return { start: head.start, end: topLevelEnd(tail), labels, shape: isWww(head) ? 'www' : 'domain' }
}

/** What needs no top-level domain: `www.` and a name, `localhost`, four numbers. */
function unclosedHost(text: string, chain: readonly Label[], first: number, next: number): LinkHost | undefined {
  const head = chain[first]
  if (!head) return undefined
  let last = first
  while (last + 1 < next) {
    const label = chain[last + 1]
    if (!label || !isTight(label)) break
    last += 1
  }
  const labels = chain.slice(first, last + 1)
  const end = labels.at(-1)?.end ?? head.end
  if (isWww(head) && last > first) return { start: head.start, end, labels, shape: 'www' }
  if (labels.at(-1)?.text.toLowerCase() === 'localhost') return { start: head.start, end, labels, shape: 'domain' }
  if (!isNumber(head)) return undefined
  const before = text.slice(Math.max(0, head.start - CUE_UNITS), head.start)
  return isIpv4Address(labels, before) ? { start: head.start, end, labels, shape: 'ip-address' } : undefined
}
