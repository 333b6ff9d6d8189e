import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import worker from '../../../worker/development/index.ts'

async function ask(url: string, init: RequestInit = {}, vars: Partial<Env> = {}) {
  const context = createExecutionContext()
  const response = await worker.fetch(new Request(url, init), { ...env, ...vars }, context)
  const text = await response.text()
  await waitOnExecutionContext(context)
  return { status: response.status, type: response.headers.get('content-type') ?? '', text }
}

const HERE = 'http://127.0.0.1:8787'
const PAGE = ['/', '/index.html', '/favicon.svg', '/robots.txt'] as const

describe('the inbox’s page and its files', () => {
  it('are served to a browser on this machine', async () => {
    expect(await ask(`${HERE}/`)).toMatchObject({ status: 200, type: expect.stringContaining('text/html') })
    expect((await ask(`${HERE}/favicon.svg`)).status).toBe(200)
  })

  it.each(PAGE)('are not served by another name that leads here: %s', async (path) => {
    const { status, text } = await ask(`http://evil.example:8787${path}`)
    expect([status, text]).toEqual([403, expect.stringContaining('this machine alone')])
  })

  it.each(PAGE)('are not served where the environment is another: %s', async (path) => {
    for (const ENVIRONMENT of ['staging', 'production'])
      expect((await ask(HERE + path, {}, { ENVIRONMENT })).status).not.toBe(200)
  })

  it('leave the routes that have a dot, or an end like a page’s, to the router', async () => {
    expect(await ask(`${HERE}/openapi.json`)).toMatchObject({ status: 200, type: expect.stringContaining('json') })
    expect(await ask(`${HERE}/no-such.file`)).toMatchObject({ status: 404, type: expect.stringContaining('problem') })
    expect((await ask(`${HERE}/health/`)).status).toBe(200)
    expect((await ask('http://straks.example/health/')).status).toBe(200)
  })
})

describe('the development routes', () => {
  const ROUTES = [
    ['GET', '/dev/inbox/messages'],
    ['DELETE', '/dev/inbox/messages'],
    ['GET', '/dev/inbox/live'],
    ['POST', '/dev/token'],
    ['PUT', '/dev/register/persons/08900499559'],
    ['PUT', '/dev/register/availability'],
  ] as const

  it.each(ROUTES)('are there only where the environment is development or test: %s %s', async (method, path) => {
    expect((await ask(HERE + path, { method }, { ENVIRONMENT: 'test' })).status).not.toBe(404)
    expect((await ask(HERE + path, { method }, { ENVIRONMENT: 'staging' })).status).toBe(404)
  })

  it('sign no token that another environment would believe', async () => {
    const { text } = await ask(`${HERE}/dev/token`, { method: 'POST' })
    const headers = { authorization: `Bearer ${JSON.parse(text).access_token}` }
    const feed = `${HERE}/notifications/api/v1/future/shipment/feed?seq=0`
    expect((await ask(feed, { headers })).status).toBe(200)
    expect((await ask(feed, { headers }, { ENVIRONMENT: 'staging' })).status).toBe(401)
  })
})
