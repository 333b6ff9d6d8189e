import { describe, expect, it } from 'vitest'
import { toDottedPath, toJsonPointer } from '../../shared/path-text.ts'

describe('a JSON Pointer', () => {
  it('names the root, members and indexes, and escapes its own marks', () => {
    expect(toJsonPointer([])).toBe('')
    expect(toJsonPointer(['a', 0, 'b/c~d'])).toBe('/a/0/b~1c~0d')
  })
})

describe('a path in a sentence', () => {
  it('has dots before members, and places in lists in brackets', () => {
    expect(toDottedPath([])).toBe('')
    expect(toDottedPath(['reminders', 0, 'delayDays'])).toBe('reminders[0].delayDays')
    expect(toDottedPath([2, 'subject'])).toBe('[2].subject')
  })
})
