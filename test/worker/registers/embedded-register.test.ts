import { env, exports } from 'cloudflare:workers'
import { afterEach, describe, expect, it } from 'vitest'
import { parseConfig } from '../../../worker/platform/config.ts'
import { selectRegister } from '../../../worker/registers/select-register.ts'

// Parties that development does not seed.
const OLA = '01890199901'
const KARI = '01890199902'
const ENTERPRISE = '310000001'

const register = selectRegister(env, parseConfig(env))

const findPerson = (nationalIdentityNumber: string, useStaleContactInformation = false) =>
  register.findPerson({ nationalIdentityNumber, useStaleContactInformation })

const findOrganization = (organizationNumber: string) =>
  register.findOrganization({ organizationNumber, resourceId: undefined, resourceAction: undefined })

async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }
  const response = await exports.default.fetch(new Request(`http://straks.test/dev/register/${path}`, init))
  const text = await response.text()
  return { status: response.status, json: text === '' ? undefined : JSON.parse(text) }
}

const put = (path: string, body: unknown, headers?: Record<string, string>) => send('PUT', path, body, headers)

afterEach(async () => {
  await put('availability', { available: true })
  for (const number of [OLA, KARI]) await send('DELETE', `persons/${number}`)
  await send('DELETE', `organizations/${ENTERPRISE}`)
})

describe('the embedded register', () => {
  it('knows nobody at first', async () => {
    expect(await findPerson(OLA)).toEqual({ kind: 'unknown' })
    expect(await findOrganization(ENTERPRISE)).toEqual({ kind: 'unknown' })
  })

  it('finds a person as it was stored in development', async () => {
    const stored = { name: 'Ola Nordmann', email: 'ola@example.com', mobile: '+4799999001', reserved: true }
    expect(await put(`persons/${OLA}`, stored)).toEqual({ status: 200, json: stored })
    expect(await send('GET', `persons/${OLA}`)).toEqual({ status: 200, json: stored })
    const party = { name: 'Ola Nordmann', emails: ['ola@example.com'], mobiles: ['+4799999001'], reserved: true }
    expect(await findPerson(OLA)).toEqual({ kind: 'found', party })
    expect(await findPerson(OLA, true)).toEqual({ kind: 'found', party })
  })

  it('knows a person without addresses, who has not reserved', async () => {
    expect(await put(`persons/${KARI}`, { name: 'Kari' })).toEqual({
      status: 200,
      json: { name: 'Kari', reserved: false },
    })
    const party = { name: 'Kari', emails: [], mobiles: [], reserved: false }
    expect(await findPerson(KARI)).toEqual({ kind: 'found', party })
  })

  it('knows an organisation with all its addresses, in their order', async () => {
    const stored = { name: 'DIGDIR', emails: ['b@example.com', 'a@example.com'], mobiles: ['+4799999101', '40000000'] }
    expect(await put(`organizations/${ENTERPRISE}`, stored)).toEqual({ status: 200, json: stored })
    expect(await send('GET', `organizations/${ENTERPRISE}`)).toEqual({ status: 200, json: stored })
    expect(await findOrganization(ENTERPRISE)).toEqual({ kind: 'found', party: { ...stored, reserved: false } })
  })

  it('keeps a name that means something to SQL', async () => {
    const name = `Robert'); DROP TABLE parties; -- “Æøå” \u0000 😀`
    await put(`persons/${OLA}`, { name })
    expect((await send('GET', `persons/${OLA}`)).json.name).toBe(name)
  })

  it('replaces what it knew, and forgets what is deleted', async () => {
    await put(`persons/${OLA}`, { name: 'Ola', email: 'ola@example.com' })
    await put(`persons/${OLA}`, { name: 'Ola', mobile: '+4799999001' })
    expect((await send('GET', `persons/${OLA}`)).json).toEqual({ name: 'Ola', mobile: '+4799999001', reserved: false })
    expect((await send('DELETE', `persons/${OLA}`)).status).toBe(204)
    expect((await send('GET', `persons/${OLA}`)).status).toBe(404)
    expect(await findPerson(OLA)).toEqual({ kind: 'unknown' })
  })

  it('keeps what it knows where only the unknown shall be stored', async () => {
    const onlyIfUnknown = { 'if-none-match': '*' }
    expect((await put(`persons/${OLA}`, { name: 'Ola' }, onlyIfUnknown)).status).toBe(200)
    expect((await put(`persons/${OLA}`, { name: 'Per' }, onlyIfUnknown)).status).toBe(412)
    expect((await send('GET', `persons/${OLA}`)).json.name).toBe('Ola')
  })

  it.each([
    [`persons/${OLA}`, { name: '' }],
    [`persons/${OLA}`, { email: 'ola@example.com' }],
    [`persons/${OLA}`, { name: 'Ola', emails: ['ola@example.com'] }],
    [`persons/${OLA}`, { name: 'Ola', reserved: 'JA' }],
    [`organizations/${ENTERPRISE}`, { name: 'DIGDIR', emails: 'post@example.com' }],
    [`organizations/${ENTERPRISE}`, { name: 'DIGDIR', reserved: true }],
    [`persons/${OLA}`, []],
    ['persons/0890049955', { name: 'Ola' }],
    ['persons/0890049955x', { name: 'Ola' }],
    [`organizations/0192:${ENTERPRISE}`, { name: 'DIGDIR' }],
    [`organizations/${OLA}`, { name: 'DIGDIR' }],
    ['availability', { available: 'no' }],
  ])('refuses to store at %s what is %j', async (path, body) => {
    const { status, json } = await put(path, body)
    expect(status).toBe(400)
    expect(json).toEqual({ error: 'invalid_request', error_description: expect.any(String) })
  })
})

describe('an outage of the embedded register', () => {
  it('makes every lookup unavailable, and loses nothing', async () => {
    await put(`persons/${OLA}`, { name: 'Ola', email: 'ola@example.com' })
    expect(await put('availability', { available: false })).toEqual({ status: 200, json: { available: false } })
    expect(await findPerson(OLA)).toEqual({ kind: 'unavailable' })
    expect(await findOrganization(ENTERPRISE)).toEqual({ kind: 'unavailable' })
    expect(await put('availability', { available: true })).toEqual({ status: 200, json: { available: true } })
    expect(await findPerson(OLA)).toMatchObject({ kind: 'found', party: { name: 'Ola' } })
  })

  it('refuses to store anything meanwhile, and says why', async () => {
    await put('availability', { available: false })
    expect(await put(`persons/${OLA}`, { name: 'Ola' })).toMatchObject({
      status: 503,
      json: { error: 'register_unavailable' },
    })
  })

  it('may be made and mended twice', async () => {
    await put('availability', { available: false })
    expect((await put('availability', { available: false })).status).toBe(200)
    expect(await findPerson(OLA)).toEqual({ kind: 'unavailable' })
    await put('availability', { available: true })
    expect((await put('availability', { available: true })).status).toBe(200)
    expect(await findPerson(OLA)).toEqual({ kind: 'unknown' })
  })
})
