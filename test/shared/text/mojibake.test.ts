import { describe, expect, it } from 'vitest'
import { findCharacterReferences, findMojibake } from '../../../shared/text/mojibake.ts'

const mended = (text: string, damages = findMojibake(text)): string =>
  damages.reduceRight((whole, { start, end, meant }) => whole.slice(0, start) + (meant ?? '?') + whole.slice(end), text)

describe('UTF-8 that was read as another encoding', () => {
  const good = ['søknad', 'Årsoppgjør', 'Ægir', 'café «hei»', '– … ’ “x”', '10 €', 'čáhppes', 'đ Đ Č ŋ ŧ Ž ž š', '😀 ✓']
  const bytesOf = (text: string) => new TextEncoder().encode(text)
  const latin1 = (text: string) => Array.from(bytesOf(text), (byte) => String.fromCharCode(byte)).join('')
  const windows1252 = (text: string) => new TextDecoder('windows-1252').decode(bytesOf(text))

  it.each(good)('is mended: %s', (text) => {
    expect(mended(latin1(text))).toBe(text)
    expect(mended(windows1252(text))).toBe(text)
    expect(mended(text)).toBe(text)
  })
})

it.each([
  [String.raw`s\u00f8knad`, 'søknad'],
  [String.raw`\u00C5rsoppgj\u00F8r`, 'Årsoppgjør'],
  ['S=C3=B8knad', 'Søknad'],
  [String.raw`C:\users\ola`, String.raw`C:\users\ola`],
  ['?a=C3&b=C4', '?a=C3&b=C4'],
])('a letter that was escaped once too often is mended: %s', (text, meant) => {
  expect(mended(text)).toBe(meant)
})

it.each(['S&oslash;knad', 'S&#248;knad', 'S&#xF8;knad'])('a reference of HTML is a letter: %s', (text) => {
  expect(mended(text, findCharacterReferences(text))).toBe('Søknad')
})
