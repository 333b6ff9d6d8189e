import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodedIndexes, writtenOffsets } from '../../../extension/document/string-offsets.ts'

const escapeAll = (text: string): string =>
  [...text]
    .flatMap((character) => character.split(''))
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')

describe('a place in a text', () => {
  it('is found where it is written, and back, whatever is escaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), fc.nat(), (value, escaped, seed) => {
        const written = escaped ? `"${escapeAll(value)}"` : JSON.stringify(value)
        const index = value.length === 0 ? 0 : seed % value.length
        const offset = writtenOffsets(written, 0, written.length)(index)
        expect(JSON.parse(`"${written.slice(1, offset)}"`)).toBe(value.slice(0, index))
        expect(decodedIndexes(written, 0, [offset])).toEqual([index])
      }),
    )
  })
})
