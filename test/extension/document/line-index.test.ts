import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { indexLines } from '../../../extension/document/line-index.ts'
import { runs } from '../../support/runs.ts'

const anyText = fc
  .array(fc.constantFrom('\n', '\r', '\r\n', 'a', 'å', '😀'), { maxLength: 30 })
  .map((parts) => parts.join(''))

describe('the lines of a text', () => {
  it('are where an editor’s document has them, in whatever order they are asked for', () => {
    fc.assert(
      fc.property(anyText, fc.array(fc.nat({ max: 60 }), { maxLength: 10 }), (text, offsets) => {
        const lines = indexLines(text)
        const document = TextDocument.create('file:///a.json', 'json', 1, text)
        for (const offset of offsets.map((any) => Math.min(any, text.length)))
          expect(lines.positionAt(offset)).toEqual(document.positionAt(offset))
      }),
      { numRuns: runs(2_000) },
    )
  })

  it('are looked for no further than they are asked for', () => {
    const text = 'line\n'.repeat(1_000)
    const looks = vi.spyOn(String.prototype, 'indexOf')
    try {
      const lines = indexLines(text)
      expect(looks.mock.calls.length).toBe(0)
      expect(lines.positionAt(12)).toEqual({ line: 2, character: 2 })
      expect(looks.mock.calls.filter(([part]) => part === '\n').length).toBeLessThan(10)
    } finally {
      looks.mockRestore()
    }
  })
})
