import { describe, expect, it } from 'vitest'
import { fromBase64, toBase64, toHex } from '../../../worker/domain/bytes.ts'

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
})
