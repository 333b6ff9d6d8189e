import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument'
import { PartedText } from '../../../extension/server/parted-text.ts'
import { runs } from '../../support/runs.ts'
import { threadMilliseconds } from '../../support/thread-time.ts'

/** So few that a text of some lines has many parts. */
const PART_UNITS = 4

/** A text whose copy takes time, and keys enough to tell how much. */
const LARGE = 16 * 1024 * 1024
const KEYS = 30

const written = fc
  .array(fc.constantFrom('\n', '\r\n', '\r', 'a', 'bcd', 'å', '🎉', '"x": 7,', ' '), { maxLength: 40 })
  .map((pieces) => pieces.join(''))

const at = fc.record({ line: fc.nat(45), character: fc.nat(9) })
const change = fc.oneof(
  { weight: 9, arbitrary: fc.record({ range: fc.record({ start: at, end: at }), text: written }) },
  { weight: 1, arbitrary: fc.record({ text: written }) },
)

const begin = (text: string) => ({ uri: 'file:///a.json', languageId: 'json', version: 1, text })

/** A change of a text in one, made by hand: the library's own takes no place beyond the last line. */
function changed(whole: TextDocument, change: TextDocumentContentChangeEvent, version: number): TextDocument {
  if (!('range' in change)) return TextDocument.create(whole.uri, whole.languageId, version, change.text)
  const [start, end] = [change.range.start, change.range.end]
    .map((place) => whole.offsetAt(place))
    .sort((a, b) => a - b)
  const text = whole.getText().slice(0, start) + change.text + whole.getText().slice(end)
  return TextDocument.create(whole.uri, whole.languageId, version, text)
}

describe('a text in parts', () => {
  it('is the same as in one, whatever is typed', () => {
    fc.assert(
      fc.property(written, fc.array(change, { maxLength: 8 }), (text, changes) => {
        let whole = TextDocument.create('file:///a.json', 'json', 1, text)
        const parted = new PartedText(begin(text), PART_UNITS)
        for (const [index, one] of changes.entries()) {
          whole = changed(whole, one, index + 2)
          parted.update(one, index + 2)
          const { length } = whole.getText()
          expect([parted.slice(0), parted.length, parted.lineCount, parted.version]).toEqual([
            whole.getText(),
            length,
            whole.lineCount,
            index + 2,
          ])
          for (let offset = -1; offset <= length + 1; offset++) {
            expect(parted.positionAt(offset)).toEqual(whole.positionAt(offset))
            expect(parted.slice(Math.max(0, offset), length)).toBe(whole.getText().slice(Math.max(0, offset), length))
          }
          for (const words of ['a', 'bcd', '"x"', 'aa'])
            expect(parted.includes(words)).toBe(whole.getText().includes(words))
          for (let line = -1; line <= whole.lineCount; line++)
            for (let character = 0; character < 8; character++) {
              const place = { line, character }
              const range = { start: place, end: { line: line + 2, character: 1 } }
              expect(parted.offsetAt(place)).toBe(whole.offsetAt(place))
              expect(parted.getText(range)).toBe(whole.getText(range))
            }
        }
      }),
      { numRuns: runs(300) },
    )
  })

  it.each([
    ['of many lines', 'abc\n', (key: number) => ({ line: (key * 7_919) % 1_000_000, character: 1 })],
    ['that is one line', 'abc ', (key: number) => ({ line: 0, character: (key * 7_919_003) % LARGE })],
  ])('takes a small part of the time for a key that a text in one takes, %s', (_, words, placeOf) => {
    const text = words.repeat(LARGE / 4)
    const parted = new PartedText(begin(text))
    const whole = TextDocument.create('file:///a.json', 'json', 1, text)
    const type = (take: (change: TextDocumentContentChangeEvent) => void): number =>
      threadMilliseconds(() => {
        for (let key = 0; key < KEYS; key++) {
          const place = placeOf(key)
          take({ range: { start: place, end: place }, text: '7' })
        }
      })
    // The first key finds where the lines are, in both.
    type((change) => parted.update(change, 2))
    type((change) => TextDocument.update(whole, [change], 2))
    expect(type((change) => parted.update(change, 2))).toBeLessThan(
      type((change) => TextDocument.update(whole, [change], 2)) / 4,
    )
  })
})
