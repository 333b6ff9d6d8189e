import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { asSender } from '../../../../worker/correspondence/caller.ts'
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

async function initialise(environment: Env): Promise<Response> {
  const claims = { scope: 'altinn:correspondence.write', 'urn:altinn:org': 'ttd' }
  const token = await localIssuer(env).sign(LOCAL_ISSUER, claims, 60)
  const body = {
    correspondence: {
      resourceId: 'example',
      sendersReference: 'case-1',
      content: { messageTitle: 'Vedtak', messageBody: 'Her er vedtaket.' },
      requestedPublishTime: '2099-12-01T09:00:00Z',
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
})
