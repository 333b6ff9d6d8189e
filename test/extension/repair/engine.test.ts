import { applyFix, type Edit, isJsonObject, isJsonValue, type JsonValue, type Path } from '@straks/shared'
import { getNodeValue } from 'jsonc-parser'
import { expect, it } from 'vitest'
import { parsePiece, treeOf } from '../../../extension/document/parse-piece.ts'
import { applyTextEdits } from '../../../extension/document/text-edit.ts'
import { commentsIn } from '../../../extension/repair/blank.ts'
import { editText } from '../../../extension/repair/edit-text.ts'
import { parseText } from '../../../extension/repair/parsed-text.ts'
import { createRandom, type Random } from '../../../scripts/corpora/random.ts'
import { runs } from '../../support/runs.ts'
import { makeLayout, write } from './layouts.ts'
import { inverse, sorted } from './properties.ts'

/** How many documents are edited: each takes a tenth of a millisecond. */
const DOCUMENTS = runs(100_000)

const NAMES = ['a', 'b', 'c', 'Long name', 'æ"\\', 'constructor', '__proto', ''] as const
const SCALARS = [
  null,
  true,
  false,
  0,
  -1.5,
  1e21,
  '',
  'text',
  'å – 🎉',
  '"quoted"\n',
  '// no comment /* */',
  ',]}',
] as const

function makeValue(random: Random, depth: number): JsonValue {
  if (depth === 0 || random.chance(0.3)) return random.pick(SCALARS)
  const count = random.integer(0, 4)
  if (random.chance(0.4)) return Array.from({ length: count }, () => makeValue(random, depth - 1))
  return Object.fromEntries(Array.from({ length: count }, () => [random.pick(NAMES), makeValue(random, depth - 1)]))
}

/** Every place of a value but its root. */
function* placesIn(value: JsonValue, path: Path = []): Generator<{ readonly path: Path; readonly value: JsonValue }> {
  if (path.length > 0) yield { path, value }
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* placesIn(item, [...path, index])
  else if (isJsonObject(value))
    for (const [name, member] of Object.entries(value))
      if (isJsonValue(member)) yield* placesIn(member, [...path, name])
}

/** An edit that a value has a place for; `undefined` where chance finds none. */
function makeEdit(value: JsonValue, random: Random): Edit | undefined {
  const places = [...placesIn(value)]
  const place = places[random.integer(0, Math.max(0, places.length - 1))]
  const fresh = makeValue(random, 2)
  if (!place) return isJsonObject(value) ? { kind: 'set', path: ['new'], value: fresh } : undefined
  const { path, value: old } = place
  const isMember = typeof path.at(-1) === 'string'
  switch (random.integer(0, 6)) {
    case 0:
      return { kind: 'set', path, value: fresh }
    case 1:
      return isJsonObject(old) ? { kind: 'set', path: [...path, 'new', 'inner'], value: fresh } : undefined
    case 2:
      return Array.isArray(old)
        ? { kind: 'insert', path: [...path, random.integer(0, old.length)], value: fresh }
        : undefined
    case 3:
      return isMember ? { kind: 'rename', path, name: 'renamed "ø"' } : undefined
    case 4: {
      const inner = [...placesIn(old, path)].map((one) => one.path)
      const from = inner[random.integer(0, inner.length - 1)] ?? path
      return isMember
        ? { kind: 'hoist', path, from, name: 'hoisted', ...(random.chance(0.5) && { wrapped: true }) }
        : undefined
    }
    case 5: {
      if (typeof old !== 'string') return undefined
      const start = random.integer(0, old.length)
      return {
        kind: 'replace',
        path,
        span: { start, end: random.integer(start, old.length) },
        text: random.pick(['', 'ny', '"\n\\']),
      }
    }
    default:
      return { kind: 'remove', path }
  }
}

const startsWith = (path: Path, other: Path): boolean => other.every((step, index) => path[index] === step)

const areApart = (one: Edit, other: Edit): boolean =>
  !startsWith(one.path, other.path.slice(0, -1)) && !startsWith(other.path, one.path.slice(0, -1))

/** One edit or two that have nothing to do with each other. */
function makeEdits(value: JsonValue, random: Random): readonly Edit[] {
  const first = makeEdit(value, random)
  const second = random.chance(0.3) ? makeEdit(value, random) : undefined
  if (!first) return []
  return second && areApart(first, second) ? [first, second] : [first]
}

const commentsOf = (text: string): readonly string[] =>
  commentsIn(text, 0, text.length)
    .map((comment) => comment.text.replaceAll(/\s+/g, ' '))
    .sort()

const lineEndsOf = (text: string): readonly string[] => [...new Set(text.match(/\r\n|\n|\r/g))]

const STRING = /"(?:[^"\\]|\\.)*"/g

/** Whether a text has no blank and no comment outside its strings. */
const isMinified = (text: string): boolean => !/[\s/]/.test(text.replaceAll(STRING, '""'))

const countLineEnds = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0

/** Whether edits write nothing that could need a line of its own. */
const addNothing = (edits: readonly Edit[]): boolean =>
  edits.every(({ kind }) => kind === 'remove' || kind === 'rename' || kind === 'replace')

/** What is wrong with what edits make of a text; nothing where all is well. */
function faultOf(text: string, value: JsonValue, edits: readonly Edit[]): string | undefined {
  const made = editText(parseText(text), edits)
  const wanted = applyFix(value, { edits })
  if (!made) return JSON.stringify(sorted(wanted)) === JSON.stringify(sorted(value)) ? undefined : 'it is not made'
  const edited = applyTextEdits(text, made)
  const { broken } = parsePiece(edited, true)
  const tree = treeOf(edited)
  if (broken || !tree) return `it is broken: ${JSON.stringify(edited)}`
  const got = JSON.stringify(sorted(getNodeValue(tree)))
  if (got !== JSON.stringify(sorted(wanted))) return `it says something else: ${JSON.stringify(edited)}`
  if (commentsOf(edited).join('|') !== commentsOf(text).join('|')) return `comments differ: ${JSON.stringify(edited)}`
  if (lineEndsOf(edited).some((end) => !lineEndsOf(text).includes(end)))
    return `a line is added: ${JSON.stringify(edited)}`
  if (isMinified(text) && !isMinified(edited)) return `blanks are added: ${JSON.stringify(edited)}`
  const mayAddLines = commentsOf(text).length > 0 || !addNothing(edits)
  if (!mayAddLines && countLineEnds(edited) > countLineEnds(text)) return `lines are added: ${JSON.stringify(edited)}`
  if (applyTextEdits(edited, inverse(text, made)) !== text) return 'it cannot be undone'
  return undefined
}

it('an edit of any value makes of its text what it makes of the value, and keeps comments and layout', () => {
  for (let document = 0; document < DOCUMENTS; document++) {
    const seed = 7 + document * 15_485_863
    const random = createRandom(seed)
    const value = makeValue(random, 4)
    const text = write(value, makeLayout(random, { comments: random.chance(0.7), lines: true }), random)
    const edits = makeEdits(value, random)
    const fault = edits.length > 0 ? faultOf(text, value, edits) : undefined
    if (fault) expect.fail(`seed ${seed}: ${fault} by ${JSON.stringify(edits)} of ${JSON.stringify(text)}`)
  }
}, 600_000)

it.each<[string, Edit, string]>([
  [
    '{\n  "a": {\r\n    "b": 1\r\n  }\n}\n',
    { kind: 'set', path: ['a', 'c'], value: 2 },
    '{\n  "a": {\r\n    "b": 1,\r\n    "c": 2\r\n  }\n}\n',
  ],
  ['{\r\n  "a": {\n  }\r\n}', { kind: 'set', path: ['a', 'c'], value: 2 }, '{\r\n  "a": {\n    "c": 2\n  }\r\n}'],
  [
    '{\r\n  "a": 1\n}',
    { kind: 'set', path: ['b'], value: { c: 1 } },
    '{\r\n  "a": 1,\r\n  "b": {\r\n    "c": 1\r\n  }\n}',
  ],
])('a line that is added to %j ends as the one before it', (text, edit, wanted) => {
  expect(applyTextEdits(text, editText(parseText(text), [edit]) ?? [])).toBe(wanted)
})
