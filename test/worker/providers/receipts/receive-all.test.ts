import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { OBJECTS_AT_ONCE } from '../../../../worker/platform/objects.ts'
import { receiveAllByReference } from '../../../../worker/providers/receipts/references.ts'

const SLICES = 64

it('takes in a long list of reports with few calls, some at a time: what one request may ask for is limited', async () => {
  const calls = { now: 0, most: 0, all: 0, reports: 0 }
  const claimAll = async (reports: readonly unknown[]) => {
    calls.all++
    calls.reports += reports.length
    calls.most = Math.max(calls.most, ++calls.now)
    await scheduler.wait(1)
    calls.now--
    return reports.map(() => undefined)
  }
  const counting: Env = Object.assign({}, env, { RECEIPT_REFERENCES: { getByName: () => ({ claimAll }) } })
  const reports = Array.from({ length: 2_000 }, (_, index) => ({
    reference: `r${index}`,
    receipt: { kind: 'delivered', atMs: 1 } as const,
  }))
  expect(await receiveAllByReference({ env: counting, bounceListeners: [] }, 'link', reports)).toBe(2_000)
  expect(calls.reports).toBe(2_000)
  expect(calls.all).toBeLessThanOrEqual(SLICES)
  expect(calls.most).toBeLessThanOrEqual(OBJECTS_AT_ONCE)
})
