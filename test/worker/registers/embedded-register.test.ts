import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { parseConfig } from '../../../worker/config.ts'
import { selectRegister } from '../../../worker/registers/select-register.ts'
it('x', async () => {
  const r = selectRegister(env, parseConfig(env))
  expect(await r.findPerson({ nationalIdentityNumber: '08900499559', useStaleContactInformation: false })).toEqual({ kind: 'unknown' })
})
