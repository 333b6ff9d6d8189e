import { describe, expect, it } from 'vitest'
import { toWireAddress } from '../../../../worker/providers/mail/wire-address.ts'

describe('an address on the wire', () => {
  it('is as it was written where it is ASCII', () => {
    expect(toWireAddress('ola.nordmann@example.com')).toEqual({ text: 'ola.nordmann@example.com', needsUtf8: false })
  })

  it('has its domain in ASCII, which every server understands', () => {
    expect(toWireAddress('post@blåbær.example')).toEqual({ text: 'post@xn--blbr-roah.example', needsUtf8: false })
  })

  it('needs SMTPUTF8 where its local part has letters beyond ASCII', () => {
    expect(toWireAddress('bjørn@example.com')).toEqual({ text: 'bjørn@example.com', needsUtf8: true })
  })

  it('is none where it could become a command', () => {
    for (const attack of [
      'a@example.com>\r\nRCPT TO:<b@example.com',
      'a@example.com\nDATA',
      'a>@example.com',
      '<a@example.com',
      'a b@example.com',
      'a@exam ple.com',
      'a@example.com\u0000',
      'a\u2028@example.com',
      'a@[127.0.0.1]',
      '"a"@example.com',
      'a,b@example.com',
      '@example.com',
      'a@',
      'a',
      'æ@æ example.com',
    ])
      expect(toWireAddress(attack), attack).toBeUndefined()
  })
})
