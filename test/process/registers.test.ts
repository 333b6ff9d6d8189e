import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type DevServer, startDevServer } from '../support/dev-server.ts'
import { AltinnServer } from './registers/altinn-server.ts'

const OLA = '08900499559'
const ENTERPRISE = '313756270'

async function send(service: DevServer, method: string, path: string, body?: object): Promise<unknown> {
  const init = { method, ...(body && { body: JSON.stringify(body) }) }
  const response = await fetch(`${service.url}/dev/register/${path}`, init)
  return response.ok ? response.json() : response.status
}

describe('the embedded register', () => {
  let state: string
  let service: DevServer | undefined
  const start = async (): Promise<DevServer> => {
    await service?.stop()
    service = await startDevServer({ persistTo: state })
    return service
  }

  beforeEach(async () => {
    state = await mkdtemp(join(tmpdir(), 'straks-register-'))
  })
  afterEach(async () => {
    await service?.stop()
    service = undefined
    await rm(state, { recursive: true, force: true, maxRetries: 5 })
  })

  it('knows persons and organisations from the first start on, stays away until it is mended, and keeps what was changed', async () => {
    const first = await start()
    const found = async (number: string) => Object(await send(first, 'GET', `lookups/persons/${number}`)).party
    expect(await found(OLA)).toMatchObject({ emails: ['ola.nordmann@example.com'], reserved: false })
    expect(await found('13876698239')).toMatchObject({ reserved: true })
    expect(await found('10108000398')).toMatchObject({ emails: [], mobiles: [] })
    expect(await send(first, 'GET', 'lookups/organizations/991825827')).toMatchObject({ kind: 'found' })
    await send(first, 'PUT', `persons/${OLA}`, { name: 'Ola Endret' })
    await send(first, 'PUT', 'availability', { available: false })
    expect(await send(first, 'GET', `lookups/persons/${OLA}`)).toEqual({ kind: 'unavailable' })

    const second = await start()
    expect(await send(second, 'GET', `lookups/persons/${OLA}`)).toEqual({ kind: 'unavailable' })
    await send(second, 'PUT', 'availability', { available: true })
    expect(await send(second, 'GET', `persons/${OLA}`)).toEqual({ name: 'Ola Endret', reserved: false })

    // The next start does not fill it again.
    const third = await start()
    expect(await send(third, 'GET', `persons/${OLA}`)).toEqual({ name: 'Ola Endret', reserved: false })
  })
})

describe('the registers of the state', () => {
  const registers = new AltinnServer()
  let service: DevServer | undefined
  const lookUp = (path: string) => send(service ?? expect.fail(), 'GET', `lookups/${path}`)

  beforeAll(async () => {
    await registers.listen()
    service = await startDevServer({ vars: { REGISTER: 'altinn', ...registers.settings() } })
  })
  afterEach(() => {
    expect(registers.complaints).toEqual([])
    registers.reset()
  })
  afterAll(async () => {
    registers.close()
    await service?.stop()
  })

  it('are asked from inside the service’s own runtime', async () => {
    registers.names.set(OLA, 'OLA NORDMANN').set(ENTERPRISE, 'RASK ELG AS')
    const kontaktinformasjon = { epostadresse: 'ola@example.com', epostadresse_oppdatert: new Date().toISOString() }
    registers.contacts.set(OLA, { status: 'AKTIV', reservasjon: 'NEI', kontaktinformasjon })
    registers.organizations.set(ENTERPRISE, { emailList: [], mobileNumberList: ['+4799999101'] })
    registers.users.set(ENTERPRISE, { partyId: 7, userContactPoints: [{ userId: 1, email: 'en@example.com' }] })
    registers.rights.add('1 read skattemelding')
    expect(await lookUp(`persons/${OLA}`)).toEqual({
      kind: 'found',
      party: { name: 'OLA NORDMANN', emails: ['ola@example.com'], mobiles: [], reserved: false },
    })
    expect(await lookUp(`organizations/${ENTERPRISE}?resource=urn:altinn:resource:skattemelding`)).toEqual({
      kind: 'found',
      party: { name: 'RASK ELG AS', emails: ['en@example.com'], mobiles: ['+4799999101'], reserved: false },
    })
  })

  it('that redirect, hang or end in the middle are unavailable', async () => {
    // An answer first: failures of an earlier try, together with these, would be enough for the profile to be asked no more.
    registers.organizations.set(ENTERPRISE, { emailList: ['en@example.com'], mobileNumberList: [] })
    expect(await lookUp(`organizations/${ENTERPRISE}`)).toMatchObject({ kind: 'found' })
    const before = registers.count('profile')
    registers.faults.set('profile', 'redirect')
    expect(await lookUp(`organizations/${ENTERPRISE}`)).toEqual({ kind: 'unavailable' })
    registers.faults.set('profile', 'cut')
    expect(await lookUp(`organizations/${ENTERPRISE}`)).toEqual({ kind: 'unavailable' })
    registers.faults.set('profile', 'hang')
    expect(await lookUp(`organizations/${ENTERPRISE}`)).toEqual({ kind: 'unavailable' })
    expect(registers.count('profile') - before).toBe(3)
  })

  it('leave no trace of anybody in the log', () => {
    // Wrangler's own lines name the addresses of development routes; the service's lines are JSON.
    const lines = (service?.output() ?? '').split('\n').filter((line) => line.includes('"level":'))
    expect(lines.join()).toContain('register-failed')
    for (const secret of [OLA, ENTERPRISE, 'example.com', 'NORDMANN', 'eyJ', 'Bearer'])
      expect(lines.join()).not.toContain(secret)
  })

  it('that are not set up stop the start with a sentence that names what is missing', async () => {
    const { MASKINPORTEN_KEY: _missing, ...settings } = registers.settings()
    await expect(startDevServer({ vars: { REGISTER: 'altinn', ...settings } })).rejects.toThrow(
      'The setting MASKINPORTEN_KEY is missing or malformed',
    )
  })
})
