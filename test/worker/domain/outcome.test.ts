import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CODE_MAX_LENGTH, codeOf } from '../../../worker/domain/outcome.ts'

describe('a provider’s word', () => {
  it.each(['550 5.1.1', '4.2.2', '421', '30003', 'http-503', 'E_RATE_LIMIT_EXCEEDED', 'DomainNotLinked', 'LOGON:FAIL'])(
    'is told where it is a code: %s',
    (code) => expect(codeOf(code)).toEqual({ code }),
  )

  it.each([
    ...['', undefined, null, 'no such user', 'ola@example.com', '+4799999999', '4799999999', '99999999'],
    ...[
      '550 5.1.1 <ola@example.com>',
      '550 ola nordmann',
      '03129012345',
      'x'.repeat(CODE_MAX_LENGTH + 1),
      '550\n5.1.1',
    ],
  ])('is not told where it could name a recipient: %j', (word) => expect(codeOf(word)).toEqual({}))

  it('is never longer than is said, and never has a place for an address', () => {
    fc.assert(
      fc.property(fc.string(), (word) => {
        const { code = '' } = codeOf(word)
        expect(code.length).toBeLessThanOrEqual(CODE_MAX_LENGTH)
        expect(code).not.toMatch(/[@<]|\d{7}/)
      }),
    )
  })
})
