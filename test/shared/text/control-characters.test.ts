import { describe, expect, it } from 'vitest'
import { hasControlCharacter, toOneLine } from '../../../shared/text/control-characters.ts'

const CONTROLS = [
  ...Array.from({ length: 0x20 }, (_, code) => code),
  ...Array.from({ length: 0x21 }, (_, index) => 0x7f + index),
  0x2028,
  0x2029,
].map((code) => String.fromCharCode(code))

describe('a text for a header', () => {
  it.each(CONTROLS)('holds no %j', (control) => {
    expect(hasControlCharacter(`a${control}b`)).toBe(true)
    expect(toOneLine(`a${control}b`)).toBe('a b')
    expect(hasControlCharacter(toOneLine(`a${control}b`))).toBe(false)
  })

  it('has one space for CR LF and two for LF CR, as Altinn has it', () => {
    expect(toOneLine('a\r\nb')).toBe('a b')
    expect(toOneLine('a\n\rb')).toBe('a  b')
  })

  it('keeps what is no control character', () => {
    expect(toOneLine('Å få – «ja» 👍\u00a0!')).toBe('Å få – «ja» 👍\u00a0!')
  })
})
