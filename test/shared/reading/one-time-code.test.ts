import { describe, expect, it } from 'vitest'
import { findOneTimeCode } from '../../../shared/reading/one-time-code.ts'

describe('a one-time code', () => {
  it.each([
    ['Engangskoden din er 428516. Den er gyldig i 2 minutter.', '428516'],
    ['428516 is your verification code', '428516'],
    ['Your code: 428 516', '428516'],
    ['Din kode er G-428516', 'G428516'],
    ['Den 24.12.2026 fikk du kode 4285', '4285'],
    ['Passord: 12-34-56', '123456'],
    ['Ring 99999999 for ny kode. Koden er 4285.', '4285'],
    ['Eingongskoden er 2024', '2024'],
  ])('is found in %j', (text, code) => {
    expect(findOneTimeCode(text)?.code).toBe(code)
  })

  it.each([
    'Veien er stengt til 1200',
    'Koden er sendt på e-post',
    'Husk kode og 1000 kroner',
    'Code red in 12.12.2026',
  ])('is not found in %j', (text) => {
    expect(findOneTimeCode(text)).toBeUndefined()
  })
})
