import { once } from '../../once.ts'
import { type Label, readChain } from './chain.ts'
import type { LocalPart } from './email-addresses.ts'
import type { FoldedText } from './fold.ts'
import { findHosts, type LinkHost } from './host.ts'
import { kindOf } from './kind.ts'
import type { FoldedLink } from './link.ts'
import { isDefangedScheme, readScheme, type Scheme } from './scheme.ts'
import { hasEvidentTail, tailEnd, unbrokenEnd } from './tail.ts'

/** The local part of an e-mail address that ends where a host begins. */
type LocalPartBefore = (hostStart: number) => LocalPart | undefined

/** The links in a chain of labels: its hosts with their tails, and what the scheme at its end opens. */
export function linksOfChain(
  folded: FoldedText,
  chain: readonly Label[],
  localPartBefore: LocalPartBefore,
): readonly FoldedLink[] {
  const scheme = readScheme(folded.text, chain)
  const hosts = findHosts(folded.text, scheme ? chain.slice(0, -scheme.labels) : chain)
  const links = hosts.map((host) => hostLink(folded, host, localPartBefore(host.start)))
  if (scheme) links.push(schemeLink(folded, scheme))
  return links.filter((link) => link !== undefined)
}

function hostLink(folded: FoldedText, host: LinkHost, localPart: LocalPart | undefined): FoldedLink | undefined {
  const { text } = folded
  const end = tailEnd(text, host.end)
  const kind = kindOf(folded, host)
  if (!localPart) return { start: host.start, end, kind }
  const userStart = userStartBefore(text, localPart.start)
  if (userStart === undefined && !hasEvidentTail(text, host.end)) return undefined
  return { start: userStart ?? localPart.start, end, kind }
}

const USER = once(() => /([\p{L}\p{N}._-]{1,64}):$/u)
const NAME_OF_A_FIELD =
  /^\p{Lu}|(?:post|mail|adressen?|adressa|address|kontakt|contact|til|fra|frå|to|from|avsender|mottaker|svar|reply)$/u

/** Where the `user:` of `user:password@host` begins. `E-post:ola@etaten.no` is a field and its value, not that. */
function userStartBefore(text: string, passwordStart: number): number | undefined {
  const user = USER().exec(text.slice(Math.max(0, passwordStart - 65), passwordStart))?.[1]
  return user === undefined || NAME_OF_A_FIELD.test(user) ? undefined : passwordStart - user.length - 1
}

function schemeLink(folded: FoldedText, { start, target }: Scheme): FoldedLink | undefined {
  const { text } = folded
  const shape = isDefangedScheme(text.slice(start, target)) ? 'defanged' : 'scheme'
  const unbroken = unbrokenEnd(text, target)
  // The host may go on where an unbroken run ends: `https://nav . no/sak`.
  const host = findHosts(text, readChain(text, target))[0]
  if (host?.start === target) {
    const end = Math.max(unbroken, tailEnd(text, host.end))
    return { start, end, kind: kindOf(folded, { start, end: host.end, labels: host.labels, shape }) }
  }
  if (unbroken === target) return undefined
  const pathStart = text.slice(target, unbroken).search(/[/\\?#]/)
  const hostEnd = pathStart < 0 ? unbroken : target + pathStart
  return { start, end: unbroken, kind: kindOf(folded, { start, end: hostEnd, labels: [], shape }) }
}
