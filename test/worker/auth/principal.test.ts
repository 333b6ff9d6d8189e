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

  const systemUser = (systemuser_org: unknown) => ({
    consumer: { authority: 'iso6523-actorid-upis', ID: '0192:991825827' },
    authorization_details: [{ type: 'urn:altinn:systemuser', systemuser_id: ['x'], systemuser_org, system_id: 'y' }],
  })

  it('name the organisation that has a system user, and not the vendor of its system', () => {
    const claims = systemUser({ authority: 'iso6523-actorid-upis', ID: '0192:313756270' })
    expect(toPrincipal(claims, codes)).toMatchObject({ organization: undefined, organizationNumber: '313756270' })
    const [authorization_details] = claims.authorization_details
    expect(toPrincipal({ ...claims, authorization_details }, codes).organizationNumber).toBe('313756270')
    expect(toPrincipal(systemUser({ ID: '0192:991825827' }), codes).organization).toBe('digdir')
  })

  it('give a system user no short name but that of its own organisation', () => {
    const vendor = { 'urn:altinn:org': 'digdir', 'urn:altinn:orgNumber': '991825827' }
    const named = (systemuser_org: unknown) => toPrincipal({ ...systemUser(systemuser_org), ...vendor }, new Map())
    expect(named({ ID: '0192:313756270' }).organization).toBeUndefined()
    expect(named(undefined).organization).toBeUndefined()
    expect(named({ ID: '0192:991825827' }).organization).toBe('digdir')
  })

  it('say nothing of a system user in details of another kind', () => {
    const { consumer } = systemUser(undefined)
    for (const authorization_details of [[{ type: 'ansattporten:orgno' }], [], null, 'x', [null]])
      expect(of({ consumer, authorization_details }).organization).toBe('digdir')
  })

  it.each([
    [systemUser(undefined)],
    [systemUser({ ID: 7 })],
    [systemUser({ ID: '9908:991825827' })],
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
