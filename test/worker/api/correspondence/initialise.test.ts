import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { asSender } from '../../../../worker/correspondence/roles-of-caller.ts'
import { createWorker } from '../../../../worker/create-worker.ts'
import { LOCAL_ISSUER, localIssuer, localIssuerKeys } from '../../../../worker/development/local-issuer-keys.ts'
import { correspondenceOf } from '../../../../worker/platform/objects.ts'

const worker = createWorker({ issuers: (environment) => [localIssuerKeys(environment)] })

const RECIPIENTS = Array.from({ length: 20 }, (_, index) => `0192:${100_000_000 + index}`)

/** The real objects, but for some that are away. Notes the names of all that were asked for. */
function withSomeAway(isAway: (count: number) => boolean): { readonly env: Env; readonly names: string[] } {
  const names: string[] = []
  const getByName = (name: string) => {
    const isNew = !names.includes(name)
    if (isNew) names.push(name)
    if (isAway(names.indexOf(name) + 1)) throw Object.assign(new Error('away'), { retryable: true })
    return env.CORRESPONDENCE.getByName(name)
  }
  const away = new Proxy(env.CORRESPONDENCE, {
    get: (namespace, member) => (member === 'getByName' ? getByName : Reflect.get(namespace, member)),
  })
  return { env: { ...env, CORRESPONDENCE: away }, names }
}

/** The real objects, but for one that is away, and takes so long to say so that what is due is done meanwhile. */
function withOneAwayLate(afterMs: number): { readonly env: Env; readonly names: readonly string[] } {
  const names: string[] = []
  const away = {
    create: async () => {
      await scheduler.wait(afterMs)
      throw Object.assign(new Error('away'), { retryable: true })
    },
  }
  const getByName = (name: string) => {
    if (!names.includes(name)) names.push(name)
    return name === names[0] ? away : env.CORRESPONDENCE.getByName(name)
  }
  const objects = new Proxy(env.CORRESPONDENCE, {
    get: (namespace, member) => (member === 'getByName' ? getByName : Reflect.get(namespace, member)),
  })
  return { env: { ...env, CORRESPONDENCE: objects }, names }
}

/** When a message is published that is not to be published at once. */
const LATE = '2099-12-01T09:00:00Z'

async function initialise(environment: Env, requestedPublishTime: string | null = LATE): Promise<Response> {
  const claims = { scope: 'altinn:correspondence.write', 'urn:altinn:org': 'ttd' }
  const token = await localIssuer(env).sign(LOCAL_ISSUER, claims, 60)
  const body = {
    correspondence: {
      resourceId: 'example',
      sendersReference: 'case-1',
      content: { messageTitle: 'Vedtak', messageBody: 'Her er vedtaket.' },
      requestedPublishTime,
    },
    recipients: RECIPIENTS,
  }
  const request = new Request('http://straks.test/correspondence/api/v1/correspondence', {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  })
  const context = { waitUntil: () => undefined, passThroughOnException: () => undefined, props: {} }
  return worker.fetch(request, environment, Object(context))
}

const CALLER = asSender('ttd')

describe('a message to many', () => {
  it('is created for all of them', async () => {
    const { env: environment, names } = withSomeAway(() => false)
    expect((await initialise(environment)).status).toBe(200)
    expect(names).toHaveLength(RECIPIENTS.length)
  })

  it('is taken back from all where one cannot be created: 503, and nothing will be published', async () => {
    const { env: environment, names } = withSomeAway((count) => count === 7)
    const answer = await initialise(environment)
    expect([answer.status, answer.headers.has('retry-after')]).toEqual([503, true])
    expect(names).toHaveLength(RECIPIENTS.length)
    for (const [index, name] of names.entries()) {
      const left = await correspondenceOf(env, name).look(CALLER)
      if (index === 6) expect(left).toBeUndefined()
      else expect(left?.lifecycle.history.at(-1)?.status).toBe('PurgedByAltinn')
    }
  })

  it('is not published while it is being stored: where the last cannot be created, it is taken back from all', async () => {
    const { env: environment, names } = withOneAwayLate(700)
    expect((await initialise(environment, null)).status).toBe(503)
    const [, ...others] = names
    expect(others).toHaveLength(RECIPIENTS.length - 1)
    const statuses = await Promise.all(
      others.map(async (name) => (await correspondenceOf(env, name).look(CALLER))?.lifecycle.history.at(-1)?.status),
    )
    expect([...new Set(statuses)]).toEqual(['PurgedByAltinn'])
  })
})
