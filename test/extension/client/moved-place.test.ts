import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { movedPlace } from '../../../extension/client/moved-place.ts'

const MARK = '#'
const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r\n', '{'), maxLength: 12 })

describe('the place of a request', () => {
  it('stays with it while text before and after it changes', () => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(), text), { maxLength: 6 })
    fc.assert(
      fc.property(text, text, edits, (before, after, changes) => {
        const document = TextDocument.create('file:///a', 'json', 1, before + MARK + after)
        let at = document.positionAt(before.length)
        for (const [one, other, insert] of changes) {
          const mark = document.getText().indexOf(MARK)
          const [start = 0, end = 0] = [one, other].map((seed) => seed % (mark + 1)).sort((a, b) => a - b)
          // A half of a line ending is no place of an editor.
          if (/\r$/.test(document.getText().slice(0, start)) || /\r$/.test(insert)) continue
          const range = { start: document.positionAt(start), end: document.positionAt(end) }
          const change = { range, text: insert }
          at = movedPlace(at, [change])
          TextDocument.update(document, [change], document.version + 1)
        }
        expect(document.getText().charAt(document.offsetAt(at))).toBe(MARK)
      }),
    )
  })

  it('is kept where the text around it is replaced', () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } }
    expect(movedPlace({ line: 3, character: 2 }, [{ range, text: '' }])).toEqual({ line: 3, character: 2 })
  })
})
