import { describe, expect, it } from 'vitest'
import { oneTimeCode } from '../../../worker/public/inbox/model/one-time-code.ts'

describe('the one-time code of a text', () => {
  it.each([
    ['Engangskoden din er 428516.', '428516'],
    ['PIN: 0042', '0042'],
  ])('is found in "%s"', (text, code) => {
    expect(oneTimeCode(text)).toBe(code)
  })

  it.each(['Ring 81549300 i dag', 'Koden gjelder til 30.09.2026 kl. 12:30', 'Your code was sent to +4799999999'])(
    'is not found in "%s", whose digits mean something else',
    (text) => {
      expect(oneTimeCode(text)).toBeUndefined()
    },
  )
})
