import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cut } from '../../../extension/document/cut.ts'
import { fileForm } from '../../../extension/document/file-form.ts'
import { recut } from '../../../extension/document/recut.ts'
import { runs } from '../../support/runs.ts'

const form = fileForm('a.notification.json')
const START = '[\n  { "a": "x, ]" },\n  { "b": [1, { "c": 2 }] },\n  3,\n  "four",\n  { "five": null }\n]\n'

const snippet = fc.oneof(
  fc.constantFrom('', ' ', '\n', ',', '"', '{', '}', '[', ']', '\\', '/', '//', '/*', '*/', 'a', '{ "n": 1 }, ', ', 7'),
  fc.string({ maxLength: 4 }),
)
const edit = fc.record({ at: fc.nat(200), remove: fc.nat(12), insert: snippet })

describe('a second cut', () => {
  it('is what the first cut would have been, whatever was typed', () => {
    if (!form) throw new Error('no form')
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
        let text = START
        let known = cut(text, form)
        for (const { at, remove, insert } of edits) {
          const start = Math.min(at, text.length)
          const oldEnd = Math.min(start + remove, text.length)
          text = text.slice(0, start) + insert + text.slice(oldEnd)
          known = recut(known, text, form, { start, oldEnd, newEnd: start + insert.length })
          expect(known).toEqual(cut(text, form))
        }
      }),
      { numRuns: runs(3_000) },
    )
  })
})
