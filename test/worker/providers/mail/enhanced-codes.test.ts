import { describe, expect, it } from 'vitest'
import { bounceOf, statusOfEnhanced } from '../../../../worker/providers/mail/enhanced-codes.ts'

describe('the code of a mail that came back', () => {
  it.each([
    ['5.1.1', 'Email_Failed_Bounced', 'hard'],
    ['5.1.10', 'Email_Failed_Bounced', 'hard'],
    ['5.1.3', 'Email_Failed_InvalidFormat', 'hard'],
    ['5.4.4', 'Email_Failed_Bounced', 'hard'],
    ['5.2.1', 'Email_Failed_Bounced', 'hard'],
    ['5.2.2', 'Email_Failed_Bounced', 'soft'],
    ['5.1.8', 'Email_Failed_Bounced', 'soft'],
    ['5.7.1', 'Email_Failed_FilteredSpam', 'soft'],
    ['5.7.17', 'Email_Failed_Bounced', 'hard'],
    ['5.0.0', 'Email_Failed_Bounced', 'soft'],
    ['4.4.7', 'Email_Failed', 'soft'],
    ['', 'Email_Failed', 'soft'],
    ['constructor', 'Email_Failed', 'soft'],
  ])('%s means %s, and a %s bounce', (code, status, kind) => {
    expect(bounceOf(code)).toEqual({ status, kind })
  })

  it('is looked up among those of the table only', () => {
    for (const code of ['toString', '__proto__', '5.9.9']) expect(statusOfEnhanced(code)).toBeUndefined()
  })
})
