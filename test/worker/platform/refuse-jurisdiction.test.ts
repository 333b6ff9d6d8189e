import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { refuseJurisdiction } from '../../../worker/platform/refuse-jurisdiction.ts'

it('a jurisdiction is refused by name where the runtime has none', () => {
  expect(() => refuseJurisdiction({ ...env, OBJECT_JURISDICTION: 'eu' })).toThrow(/OBJECT_JURISDICTION.*must be none/)
  expect(() => refuseJurisdiction({ ...env, OBJECT_JURISDICTION: 'none' })).not.toThrow()
})
