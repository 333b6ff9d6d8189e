import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { metricsOf } from '../../../worker/api/operator/get-metrics.ts'
import { newTally } from '../../../worker/feed/tally.ts'
import { findShipments } from '../../../worker/operator/find-shipments.ts'
import { writeOpenMetrics } from '../../../worker/operator/open-metrics.ts'
import { ORGANIZATIONS_ASKED, overviewOf, REFUSALS_SHOWN_MS, refusalsSince } from '../../../worker/operator/overview.ts'
import type { SearchPlace } from '../../../worker/operator/search-place.ts'
import { OBJECTS_AT_ONCE } from '../../../worker/platform/objects.ts'

const ORGANIZATIONS = Array.from({ length: 1_000 }, (_, index) => `org-${String(index).padStart(4, '0')}`)

/** The slices that share an organisation's orders. */
const LEDGERS = 16

const NOW_MS = Date.UTC(2026, 10, 26)

/** Calls to objects: how many there were, and how many at one time. */
const calls = { all: 0, now: 0, most: 0 }
beforeEach(() => Object.assign(calls, { all: 0, now: 0, most: 0 }))

const answering =
  <Answer>(answer: Answer) =>
  async (): Promise<Answer> => {
    calls.all++
    calls.now++
    calls.most = Math.max(calls.most, calls.now)
    await Promise.resolve()
    calls.now--
    return answer
  }

const objects = <Methods extends object>(methods: Methods) => ({ getByName: () => methods })

/** What a busy day leaves of each organisation: two providers, and what each minute of an hour had. */
const tallies = { 'sms link': newTally(), 'email smtp': newTally() }
const minutes = Array.from({ length: 60 }, (_, index) => ({
  minuteMs: NOW_MS - index * 60_000,
  key: 'sms link',
  tally: newTally(),
}))

/** Objects that answer at once: the test's own storage would be measured otherwise. */
const ANSWERING: Env = Object.assign({}, env, {
  STATUS_FEED: objects({ counts: answering({ totals: { upTo: 1, tallies }, minutes }), webhooks: answering([]) }),
  ORDER_LEDGER: objects({ gauges: answering(undefined), search: answering({ found: [], next: undefined }) }),
  FENCE_KEEPER: objects({ state: answering(undefined) }),
  OPERATOR_DESK: objects({ refusedSince: async () => [] }),
})

describe('a desk over a thousand organisations', () => {
  it('asks each feed once and the busiest ledgers only, some at a time', async () => {
    const all = await overviewOf(ANSWERING, ORGANIZATIONS, 60, NOW_MS)
    expect(all.map(({ organization }) => organization).sort()).toEqual(ORGANIZATIONS)
    expect(calls.all).toBe(ORGANIZATIONS.length + ORGANIZATIONS_ASKED * (LEDGERS + 2))
    expect(calls.most).toBeLessThanOrEqual(OBJECTS_AT_ONCE + LEDGERS)
  })

  it('also asks those whose messages all wait, of which no feed has heard lately', async () => {
    const [stuck = ''] = ORGANIZATIONS.slice(-1)
    const busy = {
      totals: { upTo: 1, tallies },
      minutes: [{ minuteMs: NOW_MS, key: 'sms link', tally: { ...newTally(), accepted: 1 } }],
    }
    const once = { totals: { upTo: 900, tallies: { 'sms link': { ...newTally(), accepted: 900 } } }, minutes: [] }
    const asked = new Set<string>()
    const gauges = (name: string) => async () => {
      asked.add(name.slice(2))
      return undefined
    }
    const waiting: Env = Object.assign({}, ANSWERING, {
      STATUS_FEED: {
        getByName: (name: string) => ({ counts: answering(name === stuck ? once : busy), webhooks: answering([]) }),
      },
      ORDER_LEDGER: { getByName: (name: string) => ({ gauges: gauges(name) }) },
    })
    await overviewOf(waiting, ORGANIZATIONS, 60, NOW_MS)
    expect(asked.size).toBe(ORGANIZATIONS_ASKED)
    expect(asked).toContain(stuck)
  })

  it('also asks the fences of one that had nothing accepted at all', async () => {
    const trips = [
      { fence: 'smsCountries', refused: 1_000, sinceMs: NOW_MS - 60_000, lastMs: NOW_MS },
      { fence: 'perMinute', refused: 7, sinceMs: 0, lastMs: NOW_MS - 90_000_000 },
    ] as const
    const attacked: Env = Object.assign({}, ANSWERING, {
      OPERATOR_DESK: objects({ refusedSince: async () => ['attacked'] }),
      FENCE_KEEPER: objects({ state: answering({ organization: '', usedInMinute: 0, usedInDay: 0, trips }) }),
    })
    const all = await overviewOf(attacked, ORGANIZATIONS, 60, NOW_MS)
    const one = all.find(({ organization }) => organization === 'attacked')
    expect(refusalsSince(one?.fences, NOW_MS - REFUSALS_SHOWN_MS)).toEqual([trips[0]])
    const metrics = (nowMs: number) => writeOpenMetrics(metricsOf(one ? [one] : [], [], nowMs))
    expect(metrics(NOW_MS)).toContain('straks_fence_refused{organization="attacked",fence="smsCountries"} 1000')
    expect(metrics(NOW_MS + 700_000)).not.toContain('straks_fence_refused{')
  })

  it('writes metrics of all of them, in proportion to what they use', async () => {
    const sizeOf = async (names: readonly string[]) => {
      const all = await overviewOf(ANSWERING, names, 1, NOW_MS)
      return writeOpenMetrics(metricsOf(all, [], NOW_MS)).length
    }
    const [hundred, thousand] = [await sizeOf(ORGANIZATIONS.slice(0, 100)), await sizeOf(ORGANIZATIONS)]
    expect(thousand / hundred).toBeLessThan(10.5)
    console.info(`metrics of 1 000 organisations with two providers each: ${thousand} characters`)
  })

  it('looks through them page by page, one organisation’s ledgers at a time', async () => {
    const seen: (SearchPlace | undefined)[] = []
    for (let from: SearchPlace | undefined; ; ) {
      const before = calls.all
      const { next } = await findShipments(ANSWERING, ORGANIZATIONS, { recipient: '+4791234567' }, from, 50)
      expect(calls.all - before).toBeLessThanOrEqual(40 * LEDGERS)
      seen.push(next)
      if (!next) break
      from = next
    }
    expect(seen).toHaveLength(25)
    expect(calls.all).toBe(ORGANIZATIONS.length * LEDGERS)
    expect(calls.most).toBe(LEDGERS)
  })
})
