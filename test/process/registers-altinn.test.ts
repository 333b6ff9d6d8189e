import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { altinnRegister } from '../../worker/registers/altinn/altinn-register.ts'
import { CALL_TIMEOUT_MS } from '../../worker/registers/altinn/call.ts'
import { REGISTER_CIRCUIT } from '../../worker/registers/altinn/guarded-service.ts'
import { parseAltinnSettings } from '../../worker/registers/altinn/settings.ts'
import type { Register } from '../../worker/registers/register.ts'
import { AltinnServer, type Fault, type Service } from './registers/altinn-server.ts'

const OLA = '08900499559'
const ENTERPRISE = '313756270'
const RESOURCE = 'urn:altinn:resource:skattemelding'

const TODAY = new Date().toISOString()
const TWO_YEARS_AGO = new Date(Date.now() - 2 * 365 * 86_400_000).toISOString()

const UNAVAILABLE = { kind: 'unavailable' }

const server = new AltinnServer()
const { failuresInARow: FAILURES, firstOpenMs: OPEN_MS } = REGISTER_CIRCUIT

/** How far this test's clock is ahead of the machine's. */
let aheadMs = 0
let register: Register

const warnings = vi.spyOn(console, 'warn').mockImplementation(() => undefined)

beforeAll(() => server.listen())
afterAll(() => {
  server.close()
  warnings.mockRestore()
})

beforeEach(() => {
  aheadMs = 0
  register = altinnRegister(parseAltinnSettings(server.settings()), {
    fetch: (url, init) => fetch(url, init),
    now: () => Date.now() + aheadMs,
  })
})
afterEach(() => {
  expect(server.complaints).toEqual([])
  server.reset()
  warnings.mockClear()
})

const findPerson = (useStaleContactInformation = false) =>
  register.findPerson({ nationalIdentityNumber: OLA, useStaleContactInformation })

const findOrganization = (resourceId?: string, resourceAction?: string) =>
  register.findOrganization({ organizationNumber: ENTERPRISE, resourceId, resourceAction })

/** A person in the contact register whose addresses were last touched then. */
function knowPerson({ emailAt = TODAY, mobileAt = TODAY, reservasjon = 'NEI' } = {}): void {
  server.names.set(OLA, 'OLA NORDMANN')
  server.contacts.set(OLA, {
    status: 'AKTIV',
    reservasjon,
    varslingsstatus: 'KAN_VARSLES',
    kontaktinformasjon: {
      epostadresse: 'ola@example.com',
      epostadresse_oppdatert: TWO_YEARS_AGO,
      epostadresse_sist_verifisert: emailAt,
      mobiltelefonnummer: '+4799999001',
      mobiltelefonnummer_oppdatert: mobileAt,
    },
  })
}

function knowOrganization(): void {
  server.names.set(ENTERPRISE, 'RASK ELG AS')
  server.organizations.set(ENTERPRISE, {
    addressOrigin: ENTERPRISE,
    partyId: 0,
    emailList: ['post@example.com'],
    mobileNumberList: ['+4799999101'],
  })
}

/** Users of the organisation, with an address each. */
function knowUsers(...userIds: readonly number[]): void {
  const userContactPoints = userIds.map((userId) => ({
    userId,
    email: `user${userId}@example.com`,
    mobileNumber: '',
    isReserved: false,
  }))
  server.users.set(ENTERPRISE, { partyId: 51_000, userContactPoints })
}

const found = (party: object) => ({ kind: 'found', party: { reserved: false, emails: [], mobiles: [], ...party } })

const OLA_FOUND = found({ name: 'OLA NORDMANN', emails: ['ola@example.com'], mobiles: ['+4799999001'] })
const ENTERPRISE_FOUND = found({ name: 'RASK ELG AS', emails: ['post@example.com'], mobiles: ['+4799999101'] })

describe('a person', () => {
  it('is found with name, addresses and reservation', async () => {
    knowPerson()
    expect(await findPerson()).toEqual(OLA_FOUND)
    expect(server.bodies('krr')).toEqual([{ personidentifikatorer: [OLA] }])
    expect(server.bodies('register')).toEqual([{ parties: [{ ssn: OLA }] }])
    expect(server.count('profile')).toBe(0)
  })

  it('who has reserved is found with the reservation', async () => {
    knowPerson({ reservasjon: 'JA' })
    expect(await findPerson()).toMatchObject({ kind: 'found', party: { reserved: true } })
  })

  it('is found without the addresses that nobody has touched for 18 months', async () => {
    knowPerson({ mobileAt: TWO_YEARS_AGO })
    expect(await findPerson()).toEqual(found({ name: 'OLA NORDMANN', emails: ['ola@example.com'] }))
    expect(await findPerson(true)).toEqual(OLA_FOUND)
  })

  it('who has reserved keeps the reservation when all addresses are stale', async () => {
    knowPerson({ emailAt: TWO_YEARS_AGO, mobileAt: TWO_YEARS_AGO, reservasjon: 'JA' })
    expect(await findPerson()).toEqual(found({ name: 'OLA NORDMANN', reserved: true }))
  })

  it('whom the contact register does not have is found by name alone', async () => {
    server.names.set(OLA, 'OLA NORDMANN')
    expect(await findPerson()).toEqual(found({ name: 'OLA NORDMANN' }))
  })

  it('who was deleted from the contact register has no addresses', async () => {
    knowPerson()
    server.contacts.set(OLA, { ...server.contacts.get(OLA), status: 'SLETTET' })
    expect(await findPerson()).toEqual(found({ name: 'OLA NORDMANN' }))
  })

  it('without a name has an empty one', async () => {
    knowPerson()
    server.names.clear()
    expect(await findPerson()).toMatchObject({ kind: 'found', party: { name: '', emails: ['ola@example.com'] } })
  })

  it('whom no register has is unknown', async () => {
    expect(await findPerson()).toEqual({ kind: 'unknown' })
  })
})

describe('a person while the contact register is away', () => {
  const copy = { email: 'kopi@example.com', mobileNumber: null, isReserved: true }

  it.each<Fault>(['error', 'busy', 'malformed', 'no-json', 'redirect', 'refuse', 'unauthorized'])(
    'is found in Profile’s copy of it (%s)',
    async (fault) => {
      server.faults.set('krr', fault)
      server.names.set(OLA, 'OLA NORDMANN')
      server.copies.set(OLA, copy)
      const party = { name: 'OLA NORDMANN', emails: ['kopi@example.com'], reserved: true }
      expect(await findPerson(true)).toEqual(found(party))
      expect(server.bodies('profile')).toEqual([{ nationalIdentityNumbers: [OLA], useStaleContactInfo: true }])
    },
  )

  it('is waited for where Profile is away too, and found when one is back', async () => {
    knowPerson()
    server.faults.set('krr', 'error').set('profile', 'error')
    expect(await findPerson()).toEqual(UNAVAILABLE)
    server.faults.delete('krr')
    expect(await findPerson()).toEqual(OLA_FOUND)
  })

  it('is waited for no longer than two seconds a service', async () => {
    knowPerson()
    server.faults.set('krr', 'hang').set('profile', 'hang')
    const startedAtMs = Date.now()
    expect(await findPerson()).toEqual(UNAVAILABLE)
    const tookMs = Date.now() - startedAtMs
    expect(tookMs).toBeGreaterThanOrEqual(2 * CALL_TIMEOUT_MS - 100)
    expect(tookMs).toBeLessThan(2 * CALL_TIMEOUT_MS + 10_000)
  })
})

describe('an organisation', () => {
  it('is found with its official addresses', async () => {
    knowOrganization()
    knowUsers(1)
    expect(await findOrganization()).toEqual(ENTERPRISE_FOUND)
    expect(server.bodies('profile')).toEqual([{ organizationNumbers: [ENTERPRISE] }])
    expect(server.bodies('register')).toEqual([{ parties: [{ orgNo: ENTERPRISE }] }])
  })

  it('is found with the addresses of its users who may read the resource, and of no others', async () => {
    knowOrganization()
    knowUsers(1, 2)
    server.rights.add('2 read skattemelding')
    const party = { name: 'RASK ELG AS', emails: ['post@example.com', 'user2@example.com'], mobiles: ['+4799999101'] }
    expect(await findOrganization(RESOURCE)).toEqual(found(party))
    expect(server.bodies('profile')).toContainEqual({ organizationNumbers: [ENTERPRISE], resourceId: 'skattemelding' })
  })

  it('asks for the action that the order names', async () => {
    knowOrganization()
    knowUsers(1)
    server.rights.add('1 sign skattemelding')
    expect(await findOrganization(RESOURCE)).toEqual(ENTERPRISE_FOUND)
    expect(await findOrganization(RESOURCE, 'sign')).toMatchObject({
      party: { emails: ['post@example.com', 'user1@example.com'] },
    })
  })

  it('names an app’s resource by its owner and its name', async () => {
    knowOrganization()
    knowUsers(1)
    await findOrganization('urn:altinn:resource:app_ttd_apps-test')
    const [{ Request } = {}] = server.bodies('authorization')
    expect(Object(Request).Resource[0].Attribute).toMatchObject([
      { AttributeId: 'urn:altinn:org', Value: 'ttd' },
      { AttributeId: 'urn:altinn:app', Value: 'apps-test' },
      { AttributeId: 'urn:altinn:partyid', Value: '51000' },
    ])
  })

  it('asks about 500 users at a time', async () => {
    knowOrganization()
    knowUsers(...Array.from({ length: 501 }, (_, index) => index + 1))
    server.rights.add('1 read skattemelding').add('501 read skattemelding')
    expect(await findOrganization(RESOURCE)).toMatchObject({
      party: { emails: ['post@example.com', 'user1@example.com', 'user501@example.com'] },
    })
    expect(server.count('authorization')).toBe(2)
  })

  it('says each address once', async () => {
    knowOrganization()
    knowUsers(1)
    server.organizations.set(ENTERPRISE, { emailList: ['user1@example.com'], mobileNumberList: [] })
    server.rights.add('1 read skattemelding')
    expect(await findOrganization(RESOURCE)).toMatchObject({ party: { emails: ['user1@example.com'] } })
  })

  it('that no register has is unknown', async () => {
    expect(await findOrganization()).toEqual({ kind: 'unknown' })
    expect(await findOrganization(RESOURCE)).toEqual({ kind: 'unknown' })
  })

  it.each<Service>(['maskinporten', 'altinn-authentication', 'profile', 'register', 'authorization'])(
    'is waited for while %s is away, and found when it is back',
    async (service) => {
      knowOrganization()
      knowUsers(1)
      server.faults.set(service, 'error')
      expect(await findOrganization(RESOURCE)).toEqual(UNAVAILABLE)
      server.faults.delete(service)
      expect(await findOrganization(RESOURCE)).toEqual(ENTERPRISE_FOUND)
    },
  )
})

describe('a lookup', () => {
  it('takes no longer than six seconds, however many services are slow', async () => {
    knowOrganization()
    knowUsers(1)
    for (const service of ['maskinporten', 'altinn-authentication', 'profile', 'authorization'] as const)
      server.faults.set(service, 'slow')
    const startedAtMs = Date.now()
    expect(await findOrganization(RESOURCE)).toEqual(UNAVAILABLE)
    expect(Date.now() - startedAtMs).toBeLessThan(20_000)
    // What was learnt meanwhile is kept: the token, so that the next lookup is quicker.
    expect(await findOrganization(RESOURCE)).toEqual(ENTERPRISE_FOUND)
    expect(server.count('maskinporten')).toBe(1)
  })
})

describe('a service that is down', () => {
  it('is not asked after five failures, until one probe finds it back', async () => {
    knowOrganization()
    server.faults.set('profile', 'error')
    for (let times = 0; times < FAILURES; times++) expect(await findOrganization()).toEqual(UNAVAILABLE)
    expect(await findOrganization()).toEqual(UNAVAILABLE)
    expect(server.count('profile')).toBe(FAILURES)

    aheadMs = OPEN_MS
    await Promise.all([findOrganization(), findOrganization(), findOrganization()])
    expect(server.count('profile')).toBe(FAILURES + 1)

    server.faults.delete('profile')
    aheadMs = 2 * OPEN_MS + 1_000
    expect(await findOrganization()).toEqual(ENTERPRISE_FOUND)
    expect(await findOrganization()).toEqual(ENTERPRISE_FOUND)
  })

  it('does not keep the others from being asked', async () => {
    knowPerson()
    server.faults.set('profile', 'error')
    for (let times = 0; times <= FAILURES; times++) await findOrganization()
    expect(await findPerson()).toEqual(OLA_FOUND)
  })

  it('is told from one that refuses: a number it dislikes closes it to nobody else', async () => {
    knowOrganization()
    server.faults.set('profile', 'refuse')
    for (let times = 0; times <= FAILURES; times++) expect(await findOrganization()).toEqual(UNAVAILABLE)
    server.faults.delete('profile')
    expect(await findOrganization()).toEqual(ENTERPRISE_FOUND)
  })

  it('leaves a line in the log that names it, and nobody it was asked about', async () => {
    knowPerson()
    server.faults.set('krr', 'error').set('profile', 'hang')
    await findPerson()
    const lines = warnings.mock.calls.map(([line]) => JSON.parse(String(line)))
    expect(lines).toMatchObject([
      { event: 'register-failed', service: 'krr', why: 'http-500', circuit: 'closed' },
      { event: 'register-failed', service: 'profile', why: 'silence', circuit: 'closed' },
    ])
    expect(JSON.stringify(lines)).not.toMatch(/\d{9}|example\.com|Bearer|eyJ/)
  })
})

describe('a token', () => {
  it('is fetched once for all who need it at the same time', async () => {
    knowOrganization()
    await Promise.all(Array.from({ length: 20 }, () => findOrganization()))
    expect(server.count('profile')).toBe(20)
    expect(server.count('maskinporten')).toBe(1)
    expect(server.count('altinn-authentication')).toBe(1)
  })

  it('is kept until shortly before its end', async () => {
    knowOrganization()
    server.tokenLifetimeSeconds = 20
    await findOrganization()
    aheadMs = 3_000
    await findOrganization()
    expect(server.count('maskinporten')).toBe(1)
    aheadMs = 6_000
    expect(await findOrganization()).toEqual(ENTERPRISE_FOUND)
    expect(server.count('maskinporten')).toBe(2)
  })

  it('is used to its end where no new one is to be had', async () => {
    knowOrganization()
    await findOrganization()
    server.faults.set('maskinporten', 'error')
    aheadMs = 110_000
    expect(await findOrganization()).toEqual(ENTERPRISE_FOUND)
    expect(server.count('maskinporten')).toBe(2)
    aheadMs = 121_000
    expect(await findOrganization()).toEqual(UNAVAILABLE)
  })

  it('is fetched anew when a service no longer believes it', async () => {
    knowOrganization()
    await findOrganization()
    server.faults.set('profile', 'unauthorized')
    expect(await findOrganization()).toEqual(UNAVAILABLE)
    server.faults.delete('profile')
    expect(await findOrganization()).toEqual(ENTERPRISE_FOUND)
    expect(server.count('maskinporten')).toBe(2)
  })

  it('that does not come is waited for no longer than its calls may take', async () => {
    knowOrganization()
    server.faults.set('maskinporten', 'hang')
    const startedAtMs = Date.now()
    expect(await findOrganization()).toEqual(UNAVAILABLE)
    expect(Date.now() - startedAtMs).toBeLessThan(CALL_TIMEOUT_MS + 10_000)
    expect(server.count('profile')).toBe(0)
  })
})

describe('the settings', () => {
  const wrong = (settings: Record<string, string>) => () => parseAltinnSettings({ ...server.settings(), ...settings })

  it.each([
    [{ MASKINPORTEN_ISSUER: 'http://maskinporten.no/' }],
    [{ MASKINPORTEN_CLIENT_ID: '' }],
    [{ MASKINPORTEN_KEY: '{' }],
    [{ MASKINPORTEN_KEY: '{"kty":"RSA","n":"hemmelig","e":"AQAB"}' }],
    [{ KRR_URL: 'krr.example' }],
    [{ ALTINN_URL: 'ftp://platform.altinn.no' }],
    [{ ALTINN_SCOPES: '' }],
    [{ ALTINN_SUBSCRIPTION_KEY: 'a\r\nb' }],
  ])('are refused by name and without the value: %j', (settings) => {
    const [[name = '', value = ''] = []] = Object.entries(settings)
    expect(wrong(settings)).toThrow(`The setting ${name} is missing or malformed`)
    if (value.length > 1) expect(wrong(settings)).not.toThrow(value)
  })

  it('name a key that cannot be used when it is first needed', async () => {
    const broken = '{"kty":"RSA","kid":"straks-key","n":"x","e":"AQAB","d":"x"}'
    const unusable = altinnRegister(wrong({ MASKINPORTEN_KEY: broken })())
    await expect(
      unusable.findPerson({ nationalIdentityNumber: OLA, useStaleContactInformation: false }),
    ).rejects.toThrow('The setting MASKINPORTEN_KEY is no RSA key that can be used.')
  })
})
