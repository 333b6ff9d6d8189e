import type { JsonValue, Path } from '@straks/shared'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { treeOf } from '../../../extension/document/parse-piece.ts'
import { rangeInJson } from '../../../extension/document/range-in-json.ts'
import { rangeOfPath } from '../../../extension/document/ranges.ts'
import { runs } from '../../support/runs.ts'

const NAMES = ['a', 'ab', 'b', '', '"', '\\', 'a\\b', 'å', '\u2028', '__proto__', 'x y', '0']

const json: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<JsonValue>(null, true, false, 0, -1.5e-3, '', '[{,:}]', 'a "quoted" \\ word\n', 'æøå 🎉'),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...NAMES), tie('value'), { maxKeys: 5 }),
  ),
})).value

/** Writes a letter as an escape, as a program may. */
const escaped = (text: string): string => text.replaceAll('å', '\\u00e5')

const text = fc
  .tuple(json, fc.constantFrom(0, 2, '\t'), fc.constantFrom('\n', '\r\n'), fc.boolean(), fc.constantFrom('', ' ', '\n'))
  .map(([value, indent, lineEnd, escapes, around]) => {
    const written = JSON.stringify(value, null, indent).replaceAll('\n', lineEnd)
    return around + (escapes ? escaped(written) : written) + around
  })

/** Every path of a value. */
function* pathsOf(value: unknown, path: Path = []): Generator<Path> {
  yield path
  if (typeof value !== 'object' || value === null) return
  for (const [name, each] of Object.entries(value))
    yield* pathsOf(each, [...path, Array.isArray(value) ? Number(name) : name])
}

describe('the range of a path in JSON', () => {
  it('is the one that a tree of it gives', () => {
    const span = fc.option(fc.record({ start: fc.nat(6), end: fc.nat(9) }), { nil: undefined })
    const beyond = fc.array(fc.oneof(fc.constantFrom(...NAMES), fc.nat(4)), { maxLength: 2 })
    fc.assert(
      fc.property(text, span, fc.constantFrom('value', 'name'), beyond, (written, part, about, more) => {
        const tree = treeOf(written)
        if (!tree) throw new Error('JSON has a tree')
        for (const path of pathsOf(JSON.parse(written)))
          for (const place of [path, [...path, ...more]])
            expect(rangeInJson(written, place, { about, span: part }), JSON.stringify(place)).toEqual(
              rangeOfPath(written, tree, place, { about, span: part }),
            )
      }),
      { numRuns: runs(5_000) },
    )
  })
})
