import { env } from 'cloudflare:workers'
import { expect, it, vi } from 'vitest'
import { readOnce } from '../../../worker/platform/tables.ts'

const NEVER = new Promise<Response>(() => undefined)

const assets = (fetch: () => Promise<Response>): Env => ({ ...env, ASSETS: { ...env.ASSETS, fetch } })

it('does not wait for a request that was cut off while it read', async () => {
  const given = vi.fn()
  const read = readOnce(given)
  void read(assets(() => NEVER))
  await read(env)
  expect(given).toHaveBeenCalledOnce()
})

it('reads once, and again where the first reading failed', async () => {
  const given = vi.fn()
  const read = readOnce(given)
  const away = assets(async () => new Response(null, { status: 503 }))
  await expect(read(away)).rejects.toMatchObject({ retryable: true })
  await read(env)
  await read(away)
  expect(given).toHaveBeenCalledOnce()
})
