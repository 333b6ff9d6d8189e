import { type Edit, type Finding, type Language, lint, type Repair } from '@straks/shared'
import type { Node } from 'jsonc-parser'
import { hasHole, isHole } from '../../document/holes.ts'
import { locate } from '../../document/tree.ts'
import { type Filling, fill, type HoledRequest, isOpen } from './fill.ts'
import type { HoledString } from './holed-string.ts'

/** Nothing, so that lengths are the least that they can be. */
const NO_WORDS = ''

/** A word that ends a sentence and begins no other: it joins nothing that stands around it. */
const SOME_WORDS = 'x. '

/** Enough for each pair of yes or no to come in every combination. Where no value is made up, two are. */
const FILLINGS: readonly Filling[] = [0, 1, 2, 3, 4, 5].map((number) => ({
  number,
  words: number % 2 === 0 ? NO_WORDS : SOME_WORDS,
}))

/** What only gets worse when a text grows. */
const OF_LENGTH: ReadonlySet<string> = new Set([
  'length-limit',
  'message-length',
  'generic-subject-length',
  'sms-parts',
])

const isOfLength = ({ code }: Finding): boolean => OF_LENGTH.has(code)

/** Whether a repair can be made of the text as it is written, without what the holes were filled with. */
function isOfWritten({ tree, holes }: HoledRequest, edit: Edit): boolean {
  const { found, whole } = locate(tree, edit.path)
  if (edit.kind === 'remove' || edit.kind === 'rename' || edit.kind === 'insert') return true
  return !whole || !hasHole(found.value, holes)
}

/** A finding at its place in the text as written; `undefined` where it may not be one, given what is not known. */
function asWritten(
  finding: Finding,
  request: HoledRequest,
  strings: ReadonlyMap<Node, HoledString>,
): Finding | undefined {
  const { tree, holes } = request
  const { span, path, repairs, ...rest } = finding
  const { found, whole } = locate(tree, path)
  const isOfName = finding.about === 'name' || finding.deprecated === true
  if (isHole(found.value, holes) && !(whole && isOfName)) return undefined
  if (isOpen(found.value, holes) && !isOfName) return undefined
  const kept = repairs?.filter(({ edits }) => edits.every((edit) => isOfWritten(request, edit)))
  const written = { ...rest, path, ...(kept && kept.length > 0 && { repairs: kept }) }
  const filled = whole ? strings.get(found.value) : undefined
  // Of a value as a whole nothing is certain while a part of it may be anything.
  if (filled && !span && !isOfName && !isOfLength(finding)) return undefined
  if (!filled || !span) return { ...written, ...(span && { span }) }
  const place = isOfLength(finding) ? filled.spanOf(span) : filled.certainSpanOf(span)
  return place && { ...written, span: place }
}

/** What is said of a name may differ with what stands beside it. */
const keyOf = ({ code, sentence, path, span, about }: Finding): string =>
  JSON.stringify([code, about === 'name' ? about : sentence, path, OF_LENGTH.has(code) ? undefined : span])

/** Repairs that are the same however the holes are filled. */
const commonRepairs = (one: readonly Repair[] = [], other: readonly Repair[] = []): readonly Repair[] => {
  const known = new Set(other.map(({ edits }) => JSON.stringify(edits)))
  return one.filter(({ edits }) => known.has(JSON.stringify(edits)))
}

/** Whether a finding is about a part of a string that has holes: it is looked for where something stands in them. */
function isInHoledString({ path, span }: Finding, { tree, holes }: HoledRequest): boolean {
  const { found } = locate(tree, path)
  return span !== undefined && found.value.type === 'string' && hasHole(found.value, holes)
}

/**
 * What can be said of a request whatever is unknown in it turns out to be: what is found each time that it is filled in
 * another way. Lengths are the least that they can be.
 */
export function certainFindings(request: HoledRequest, language: Language, context: Parameters<typeof lint>[3]) {
  let certain: Map<string, Finding> | undefined
  const ofParts = new Map<string, { readonly finding: Finding; count: number }>()
  let often = 0
  for (const filling of FILLINGS) {
    const found = new Map<string, Finding>()
    const { value, strings, isGuess } = fill(request, filling)
    if (!isGuess && filling.number >= 2) break
    if (filling.words !== NO_WORDS) often++
    for (const one of lint(request.kind, value, language, context)) {
      const finding = asWritten(one, request, strings)
      if (!finding) continue
      const key = keyOf(finding)
      if (isOfLength(finding) || !isInHoledString(finding, request)) found.set(key, finding)
      else if (filling.words !== NO_WORDS) ofParts.set(key, { finding, count: (ofParts.get(key)?.count ?? 0) + 1 })
    }
    certain = certain ? intersection(certain, found) : found
  }
  const parts = [...ofParts.values()].flatMap(({ finding, count }) => (count === often ? [finding] : []))
  return [...(certain?.values() ?? []), ...parts]
}

function intersection(known: Map<string, Finding>, found: ReadonlyMap<string, Finding>): Map<string, Finding> {
  const both = new Map<string, Finding>()
  for (const [key, { repairs: before, ...finding }] of known) {
    const other = found.get(key)
    if (!other) continue
    const repairs = commonRepairs(before, other.repairs)
    both.set(key, { ...finding, ...(repairs.length > 0 && { repairs }) })
  }
  return both
}
