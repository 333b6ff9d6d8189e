import { describe, expect, it } from 'vitest'
import { toJsonPointer } from '../../shared/pointer.ts'

describe('a JSON Pointer', () => {
  it('names the root, members and indexes, and escapes its own marks', () => {
    expect(toJsonPointer([])).toBe('')
    expect(toJsonPointer(['a', 0, 'b/c~d'])).toBe('/a/0/b~1c~0d')
  })
})
