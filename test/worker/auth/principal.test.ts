import { describe, expect, it } from 'vitest'
import { toPrincipal } from '../../../worker/auth/principal.ts'

const codes = new Map([['991825827', 'digdir']])
const of = (claims: unknown) => {
  const { organization, scopes } = toPrincipal(claims, codes)
  return { organization, scopes: [...scopes] }
}

describe('a token’s claims', () => {
  it('name the organisation in an Altinn token', () => {
    expect(of({ 'urn:altinn:org': 'ttd', scope: 'a b' })).toEqual({ organization: 'ttd', scopes: ['a', 'b'] })
  })

  it('prefer Altinn’s own scope claim', () => {
    expect(of({ 'urn:altinn:scope': 'x', scope: 'y' }).scopes).toEqual(['x'])
  })

  it('name an organisation number in a Maskinporten token, which the settings map', () => {
    expect(of({ consumer: { authority: 'iso6523-actorid-upis', ID: '0192:991825827' } }).organization).toBe('digdir')
  })

  it.each([
    [{ consumer: { ID: '0192:123456789' } }],
    [{ consumer: { ID: '9908:991825827' } }],
    [{ consumer: '0192:991825827' }],
    [{ 'urn:altinn:org': '' }],
    [{ 'urn:altinn:org': 7 }],
    [{}],
  ])('name nobody in %j', (claims) => {
    expect(of(claims).organization).toBeUndefined()
  })
})
