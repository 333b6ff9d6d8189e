import { describe, expect, it } from 'vitest'
import { addressKey, sieveOfAddress } from '../../../worker/domain/recipient-key.ts'

const SPELLINGS = ['Per@blåbær.example', 'per@BLÅBÆR.example', 'per@xn--blbr-roah.example', 'per@bla\u030abær.example']

describe('the key of an address', () => {
  it('is one for all spellings of a domain, and of its letters', () => {
    expect(new Set(SPELLINGS.map((address) => addressKey('email', address)))).toEqual(
      new Set(['email:per@xn--blbr-roah.example']),
    )
    expect(addressKey('email', 'A\u030ase@example.com')).toBe(addressKey('email', 'åse@Example.com'))
  })

  it('is another for another address', () => {
    expect(addressKey('email', 'per@blabar.example')).not.toBe(addressKey('email', 'per@blåbær.example'))
    expect(addressKey('email', 'ase@example.com')).not.toBe(addressKey('email', 'åse@example.com'))
  })
})

describe('the sieve of an address', () => {
  it('is in every spelling as SQL writes it small, which it does to letters of ASCII alone', () => {
    const sqlLower = (text: string) => text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())
    const sieve = sieveOfAddress('per@xn--blbr-roah.example')
    for (const spelling of SPELLINGS) expect(sqlLower(spelling)).toContain(sieve)
    expect(sqlLower('ÅSE@example.com')).toContain(sieveOfAddress('åse@example.com'))
    expect(sieveOfAddress('ola@example.com')).toContain('ola@')
  })
})
