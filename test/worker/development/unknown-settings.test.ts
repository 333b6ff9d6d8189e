import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import worker from '../../../worker/development/index.ts'

async function healthWith(settings: Readonly<Record<string, unknown>>) {
  const response = await worker.fetch(
    new Request('http://straks.test/health'),
    { ...env, ...settings },
    createExecutionContext(),
  )
  const body: unknown = await response.json()
  return { status: response.status, body }
}

describe('a setting that does not exist', () => {
  it.each([
    ['RECEIPT_GRACE', 'RECEIPT_GRACE_SECONDS'],
    ['RETENTION_DAY', 'RETENTION_DAYS'],
    ['SMS_PROVIDER', 'SMS_PROVIDERS'],
    ['FENCE', 'FENCES'],
    ['CONTENT_KEY', 'CONTENT_KEYS'],
    ['LINK_PASWORD', 'LINK_PASSWORD'],
  ])('%s is refused with the one that was meant, however the service was started', async (name, meant) => {
    expect(await healthWith({ [name]: '5' })).toMatchObject({
      status: 500,
      body: { detail: `There is no setting ${name}. Is it ${meant}?` },
    })
  })

  it('written with an equals sign is refused with how it is written', async () => {
    expect(await healthWith({ 'RETENTION_DAYS=5': '' })).toMatchObject({
      status: 500,
      body: { detail: expect.stringContaining('Write --var RETENTION_DAYS:VALUE') },
    })
  })

  it('is let be where it is like none, or a binding', async () => {
    expect(await healthWith({ BUILD_COMMIT_HASH: 'x', FENCE: {} })).toMatchObject({ status: 200 })
  })
})
