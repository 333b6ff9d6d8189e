import { applyFix, type Edit, type JsonValue } from '@straks/shared'
import { expect, it } from 'vitest'

const edited = (document: JsonValue, ...edits: readonly Edit[]): JsonValue => applyFix(document, { edits })

it('sets what is there and what is not', () => {
  expect(edited({ a: { b: 1 }, c: 2 }, { kind: 'set', path: ['a', 'b'], value: 3 })).toEqual({ a: { b: 3 }, c: 2 })
  expect(edited({}, { kind: 'set', path: ['a', 'b'], value: 3 })).toEqual({ a: { b: 3 } })
  expect(edited([1, [2]], { kind: 'set', path: [1, 0], value: 3 })).toEqual([1, [3]])
  expect(edited({ a: 1 }, { kind: 'set', path: [], value: null })).toBeNull()
})

it('removes members and items', () => {
  expect(edited({ a: 1, b: 2 }, { kind: 'remove', path: ['a'] })).toEqual({ b: 2 })
  expect(edited({ a: [1, 2, 3] }, { kind: 'remove', path: ['a', 1] })).toEqual({ a: [1, 3] })
})

it('renames a member where it stands', () => {
  const renamed = edited({ a: 1, b: 2, c: 3 }, { kind: 'rename', path: ['b'], name: 'd' })
  expect(JSON.stringify(renamed)).toBe('{"a":1,"d":2,"c":3}')
})

it('makes its edits in order', () => {
  const edits: readonly Edit[] = [
    { kind: 'set', path: ['b'], value: [1] },
    { kind: 'remove', path: ['a'] },
  ]
  expect(edited({ a: 1 }, ...edits)).toEqual({ b: [1] })
})

it('leaves a document alone that has no such place, and never changes the one it is given', () => {
  const document = { a: [1], b: 'text' }
  expect(edited(document, { kind: 'set', path: ['a', 4], value: 1 })).toEqual(document)
  expect(edited(document, { kind: 'set', path: ['b', 'c'], value: 1 })).toEqual(document)
  expect(edited(document, { kind: 'remove', path: ['x', 'y'] })).toEqual(document)
  edited(document, { kind: 'set', path: ['a', 0], value: 9 })
  expect(document).toEqual({ a: [1], b: 'text' })
})
