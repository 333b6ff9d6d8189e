import { describe, expect, it } from 'vitest'
import { PLAIN_JSON } from '../../../extension/document/file-form.ts'
import { parsePiece } from '../../../extension/document/parse-piece.ts'

describe('a syntax error', () => {
  it.each(['{ /*', '{ "a": 1 } /*', '{ "a', '{ "a": "\\', '{ "a": "\\u12', '{ "a": 01', '[1,', '{ "a": tru', '{}}'])(
    'ends where the text does, at the latest: %s',
    (text) => {
      const { syntaxErrors } = parsePiece(text, PLAIN_JSON.comments)
      expect(syntaxErrors.length).toBeGreaterThan(0)
      for (const { start, end } of syntaxErrors) {
        expect(start).toBeLessThan(end)
        expect(end).toBeLessThanOrEqual(text.length)
      }
    },
  )
})
