import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { ContentBox } from '../../../worker/platform/content-box.ts'

const key = (id: string) => ({ id, key: btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32)))) })
const [older, newer] = [key('older'), key('newer')]

const TEXT = '{"body":"Engangskoden din er 428516 – æøå 🙂"}'

describe('a box', () => {
  it('gives back every text, and seals the same one differently each time', () => {
    const box = new ContentBox([newer])
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (text) => {
        const sealed = box.seal(text)
        expect(box.open(sealed)).toBe(text)
        expect(box.seal(text)).not.toBe(sealed)
      }),
    )
    expect(box.seal(TEXT)).not.toContain('428516')
  })

  it('seals ahead of a synchronous step what it opens like all else', async () => {
    const box = new ContentBox([newer, older])
    const [sealed, again] = [await box.sealAhead(TEXT), await box.sealAhead(TEXT)]
    expect([box.open(sealed), box.open(again)]).toEqual([TEXT, TEXT])
    expect(again).not.toBe(sealed)
    expect(new ContentBox([newer]).open(sealed)).toBe(TEXT)
  })

  it('seals with the newest key, and opens with the older ones', () => {
    const before = new ContentBox([older]).seal(TEXT)
    const rotated = new ContentBox([newer, older])
    expect(rotated.open(before)).toBe(TEXT)
    const after = rotated.seal(TEXT)
    expect(new ContentBox([newer]).open(after)).toBe(TEXT)
    expect(() => new ContentBox([newer]).open(before)).toThrow('CONTENT_KEYS')
  })

  it('tells once of a key that it does not have, and of no other text that stands where one should', () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    try {
      const [sealed, box] = [new ContentBox([older]).seal(TEXT), new ContentBox([newer])]
      for (const text of [sealed, sealed, 'sealed.+47 999 99 999.x'])
        expect(() => box.open(text)).toThrow('CONTENT_KEYS')
      expect(told.mock.calls.map(([line]) => JSON.parse(String(line)))).toEqual([
        { level: 'error', event: 'content-key-missing', key: 'older' },
      ])
    } finally {
      told.mockRestore()
    }
  })

  it('opens nothing that was changed, or sealed with another key of the same name', () => {
    const sealed = new ContentBox([newer]).seal(TEXT)
    const at = sealed.length - 20
    const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
    expect(() => new ContentBox([newer]).open(changed)).toThrow()
    expect(() => new ContentBox([key('newer')]).open(sealed)).toThrow()
  })

  it('gives a text from before there were seals as it is', () => {
    expect(new ContentBox([newer]).open(TEXT)).toBe(TEXT)
  })
})
