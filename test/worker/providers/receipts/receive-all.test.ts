import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { OBJECTS_AT_ONCE } from '../../../../worker/platform/objects.ts'
import { receiveAllByReference } from '../../../../worker/providers/receipts/references.ts'

it('takes in a long list of reports some at a time: what one request may ask for is limited', async () => {
  const calls = { now: 0, most: 0, all: 0 }
  const claim = async () => {
    calls.all++
    calls.most = Math.max(calls.most, ++calls.now)
    await scheduler.wait(1)
    calls.now--
  }
  const counting: Env = Object.assign({}, env, { RECEIPT_REFERENCES: { getByName: () => ({ claim }) } })
  const reports = Array.from({ length: 400 }, (_, index) => ({
    reference: `r${index}`,
    receipt: { kind: 'delivered', atMs: 1 } as const,
  }))
  expect(await receiveAllByReference({ env: counting, bounceListeners: [] }, 'link', reports)).toBe(400)
  expect(calls.all).toBe(400)
  expect(calls.most).toBeLessThanOrEqual(OBJECTS_AT_ONCE)
})
