import { describe, expect, it } from 'vitest'
import { fromBase32, fromBase64, fromHex, toBase32, toBase64, toHex } from '../../../worker/domain/bytes.ts'

describe('bytes', () => {
  it('are written as hexadecimal digits, two each', () => {
    expect(toHex(new Uint8Array([0, 15, 255]))).toBe('000fff')
  })

  it('come back from base64 as they went', () => {
    const bytes = new Uint8Array(256).map((_, index) => index)
    expect(fromBase64(toBase64(bytes))).toEqual(bytes)
  })

  it('are none where the text is not base64', () => {
    expect(fromBase64('*')).toBeUndefined()
  })

  it('come back from hexadecimal digits', () => {
    expect(fromHex('000fff')).toEqual(new Uint8Array([0, 15, 255]))
    expect(fromHex('')).toEqual(new Uint8Array())
  })

  /** The test vectors of RFC 4648 section 10, in lower case and without padding. */
  it.each([
    ['', ''],
    ['f', 'my'],
    ['fo', 'mzxq'],
    ['foo', 'mzxw6'],
    ['foob', 'mzxw6yq'],
    ['fooba', 'mzxw6ytb'],
    ['foobar', 'mzxw6ytboi'],
  ])('%j are %j in base32, and back', (text, written) => {
    const bytes = new TextEncoder().encode(text)
    expect(toBase32(bytes)).toBe(written)
    expect(fromBase32(written)).toEqual(Uint8Array.from(bytes))
  })

  it('come back from base32 whatever they are', () => {
    const bytes = new Uint8Array(256).map((_, index) => 255 - index)
    expect(fromBase32(toBase32(bytes))).toEqual(bytes)
  })

  it.each(['A', '1', 'my=', 'm y', 'm-'])('are none where the text is %j, which is not base32', (text) => {
    expect(fromBase32(text)).toBeUndefined()
  })
})
