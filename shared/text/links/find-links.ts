import { signsOf } from '../signs.ts'
import { nextChainStart, readChain } from './chain.ts'
import { linksOfChain } from './chain-links.ts'
import { findLocalParts } from './email-addresses.ts'
import { type FoldedText, foldText } from './fold.ts'
import { findIpv6Addresses } from './ip-address.ts'
import type { FoldedLink, LinkMatch } from './link.ts'
import { findMarkupLinks } from './markup.ts'
import { mayHoldLink } from './may-hold-link.ts'
import { originBoundCodeStart } from './origin-bound-code.ts'
import { tailEnd } from './tail.ts'

export type { LinkKind } from './link.ts'

/**
 * Finds everything in a notification's text that is a link, or that a reader would take for one: addresses with and
 * without a scheme, bare domains, IP addresses, and the ways of spelling them past a filter.
 *
 * A plain e-mail address is no link, nor is the last line that binds a one-time code to a site. The matches are in order and do not overlap. Takes any string, and time in
 * proportion to its length.
 *
 * @example
 * findLinks('Logg inn på altinn.no nå.') // [{ start: 12, end: 21, kind: 'domain' }]
 */
export function findLinks(written: string, signs = signsOf(written)): readonly LinkMatch[] {
  if (!mayHoldLink(written, signs)) return []
  const text = written.slice(0, originBoundCodeStart(written))
  const folded = foldText(text)
  const markup = findMarkupLinks(folded.text)
  const addresses = findIpv6Addresses(folded.text).map(
    ({ start, end }): FoldedLink => ({
      start,
      end: tailEnd(folded.text, end),
      kind: 'ip-address',
    }),
  )
  const found = [...markup, ...addresses, ...scan(folded, markup)]
  // Where two begin together the longer one tells more; the sort keeps the order of equals.
  found.sort((left, right) => left.start - right.start || right.end - left.end)
  const matches: LinkMatch[] = []
  let reached = 0
  for (const { start, end, kind } of found) {
    if (start < reached) continue
    reached = end
    matches.push({ start: folded.originalStart(start), end: folded.originalEnd(end - 1), kind })
  }
  return matches
}

/** Reads the text chain by chain, stepping over markup and the local parts of e-mail addresses. */
function* scan(folded: FoldedText, markup: readonly FoldedLink[]): Generator<FoldedLink> {
  const localParts = findLocalParts(folded.text)
  const byHost = new Map(localParts.map((part) => [part.end, part]))
  const markupAt = rangeFinder(markup)
  const localPartAt = rangeFinder(localParts)
  let position = 0
  for (;;) {
    const start = nextChainStart(folded.text, position)
    if (start === undefined) return
    const skipped = markupAt(start) ?? localPartAt(start)
    if (skipped) {
      position = skipped.end
      continue
    }
    const chain = readChain(folded.text, start)
    position = chain.at(-1)?.end ?? start + 1
    for (const link of linksOfChain(folded, chain, (hostStart) => byHost.get(hostStart))) {
      position = Math.max(position, link.end)
      yield link
    }
  }
}

/** Looks up the range around an index. The ranges are in order, and so must the indexes be that are asked for. */
function rangeFinder<Range extends { readonly start: number; readonly end: number }>(ranges: readonly Range[]) {
  let next = 0
  return (index: number): Range | undefined => {
    while (next < ranges.length && (ranges[next]?.end ?? 0) <= index) next += 1
    const range = ranges[next]
    return range && range.start <= index ? range : undefined
  }
}
