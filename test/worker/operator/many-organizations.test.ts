import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { metricsOf } from '../../../worker/api/operator/get-metrics.ts'
import { perMinuteOf } from '../../../worker/api/operator/get-overview.ts'
import { ALL_SLICES, sliceOf } from '../../../worker/domain/activity.ts'
import { bySteps, type Steps } from '../../../worker/feed/statistics.ts'
import { newTally } from '../../../worker/feed/tally.ts'
import type { RestingOrganization } from '../../../worker/operator/directory.ts'
import { REFUSALS_SHOWN_MS } from '../../../worker/operator/fence-refusals.ts'
import { findShipments } from '../../../worker/operator/find-shipments.ts'
import { LastStandings, type NotedStanding, type ToldOrganization } from '../../../worker/operator/last-standings.ts'
import { locateShipment } from '../../../worker/operator/locate-shipment.ts'
import { writeOpenMetrics } from '../../../worker/operator/open-metrics.ts'
import { overviewOf, refusalsSince, stepsUpTo } from '../../../worker/operator/overview.ts'
import type { SearchPlace } from '../../../worker/operator/search-place.ts'
import { OBJECTS_AT_ONCE } from '../../../worker/platform/objects.ts'

const NOW_MS = Date.UTC(2026, 10, 26)

/** Heard of an hour ago: at rest by now, but for what it waits for. */
const listed = (organization: string): ToldOrganization => ({
  organization,
  slices: ALL_SLICES,
  activeMs: NOW_MS - 3_600_000,
  settled: undefined,
  stood: undefined,
})

const NAMES = Array.from({ length: 1_000 }, (_, index) => `org-${String(index).padStart(4, '0')}`)
const ORGANIZATIONS = NAMES.map(listed)

/** The slices that share an organisation's orders. */
const LEDGERS = 16

/** Calls for how organisations stand: 400, in two halves of organisations with 18 calls each. */
const STANDINGS = 2 * Math.floor(200 / (LEDGERS + 2)) * (LEDGERS + 2)

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

const deskOver = (all: readonly ToldOrganization[], refused: readonly string[] = []) => {
  const settled: RestingOrganization[] = []
  const standings = new LastStandings()
  const desk = objects({
    directory: async () => all.map((one) => ({ ...one, stood: standings.of(one.organization, NOW_MS) })),
    refusedSince: async () => refused,
    settle: async (some: readonly RestingOrganization[], asked: readonly NotedStanding[]) => {
      settled.push(...some)
      standings.note(asked)
    },
  })
  return { desk, settled }
}

/** What a busy day leaves of each organisation: two providers, and what each minute of an hour had. */
const tallies = { 'sms link': newTally(), 'email smtp': newTally() }
const minutes = Array.from({ length: 60 }, (_, index) => ({
  minuteMs: NOW_MS - index * 60_000,
  key: 'sms link',
  tally: newTally(),
}))
const TOTALS = { upTo: 1, tallies }

/** Objects that answer at once: the test's own storage would be measured otherwise. */
const ANSWERING: Env = Object.assign({}, env, {
  STATUS_FEED: objects({ counts: answering({ totals: TOTALS, minutes }), webhooks: answering([]) }),
  ORDER_LEDGER: objects({
    gauges: answering(undefined),
    search: answering({ found: [], next: undefined }),
    inspect: answering(undefined),
  }),
  FENCE_KEEPER: objects({ state: answering(undefined) }),
  OPERATOR_DESK: deskOver(ORGANIZATIONS).desk,
})

const over = (all: readonly ToldOrganization[], more: object = {}, refused: readonly string[] = []) => {
  const { desk, settled } = deskOver(all, refused)
  const asked: Env = Object.assign({}, ANSWERING, { OPERATOR_DESK: desk }, more)
  return { asked, settled }
}

describe('a desk over a thousand organisations', () => {
  it('asks each feed that may have something once, and some ledgers, some at a time', async () => {
    const all = await overviewOf(over(ORGANIZATIONS).asked, 60, NOW_MS)
    expect(all.map(({ organization }) => organization).sort()).toEqual(NAMES)
    expect(calls.all).toBe(ORGANIZATIONS.length + STANDINGS)
    expect(calls.most).toBeLessThanOrEqual(OBJECTS_AT_ONCE + LEDGERS)
    expect(all.filter(({ isCounted }) => isCounted)).toHaveLength(ORGANIZATIONS.length)
    expect(all.filter(({ isAsked }) => isAsked)).toHaveLength(STANDINGS / (LEDGERS + 2))
  })

  it('knows how all of them stand after several readings, and asks those again first of whom something waits', async () => {
    const some = ORGANIZATIONS.slice(0, 200)
    const stuck = new Set(NAMES.slice(150, 153))
    const asks = new Map<string, number>()
    const gauges = (ledger: string) => async () => {
      const name = ledger.slice(2)
      if (ledger.startsWith('a/')) asks.set(name, (asks.get(name) ?? 0) + 1)
      const waiting = stuck.has(name) && ledger.startsWith('a/') ? 1 : 0
      return { waiting, oldestWaitingMs: waiting ? NOW_MS - 600_000 : undefined, deadLetters: 0, underWay: [] }
    }
    const { asked } = over(
      some.map((one) => ({ ...one, activeMs: NOW_MS })),
      {
        ORDER_LEDGER: { getByName: (name: string) => ({ gauges: gauges(name) }) },
      },
    )
    const read = (after: number) => overviewOf(asked, 1, NOW_MS + after * 10_000)
    for (let reading = 0; reading < 19; reading++) await read(reading)
    const all = await read(19)
    expect(all.filter(({ isAsked }) => isAsked)).toHaveLength(some.length)
    expect(all.reduce((sum, { waiting }) => sum + waiting, 0)).toBe(stuck.size)
    expect(metricsOf(all, [], NOW_MS).find(({ name }) => name === 'straks_messages_waiting')?.samples).toHaveLength(
      some.length,
    )
    for (let reading = 20; reading < 30; reading++) await read(reading)
    for (const name of stuck) expect(asks.get(name)).toBeGreaterThan(1)
  })

  it('answers a day of all of them in so many rows that a phone can hold them', async () => {
    const day = Array.from({ length: 1_440 }, (_, index) => ({
      minuteMs: NOW_MS - index * 60_000,
      key: 'sms link',
      tally: { ...newTally(), accepted: 1 },
    }))
    const steps = stepsUpTo(1_440, NOW_MS)
    const told = { totals: TOTALS, minutes: bySteps(day, steps) }
    const asked = new Set<string>()
    const counts = async (by: Steps) => {
      asked.add(JSON.stringify(by))
      return told
    }
    const feeds = objects({ counts, webhooks: async () => [] })
    const all = await overviewOf(over(ORGANIZATIONS, { STATUS_FEED: feeds }).asked, 1_440, NOW_MS)
    expect([...asked]).toEqual([JSON.stringify(steps)])
    expect(all.every(({ minutes: rows }) => rows.length <= 60)).toBe(true)
    const rows = perMinuteOf(all, 'org-0999', steps)
    expect(rows.length).toBeLessThanOrEqual(52 * 60)
    expect(rows.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(1_440 * NAMES.length)
    const named = rows.filter(({ organization }) => organization === 'org-0999')
    expect(named.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(1_440)
  })

  it('asks none that has come to rest, and knows what it had counted', async () => {
    const atRest = NAMES.map((name) => ({ ...listed(name), settled: TOTALS }))
    const all = await overviewOf(over(atRest).asked, 10, NOW_MS)
    expect(calls.all).toBe(0)
    expect(all.every(({ isCounted, isAsked, totals }) => isCounted && isAsked && totals === TOTALS)).toBe(true)
  })

  it('asks the feed of one at rest whose minutes are shown', async () => {
    const atRest = NAMES.map((name) => ({ ...listed(name), settled: TOTALS }))
    await overviewOf(over(atRest).asked, 90, NOW_MS)
    expect(calls.all).toBe(ORGANIZATIONS.length)
  })

  it('writes down who has come to rest, and none of whom something waits or was heard lately', async () => {
    const gauges = { waiting: 0, oldestWaitingMs: undefined, deadLetters: 0, underWay: [] }
    const byName: Readonly<Record<string, object>> = {
      quiet: gauges,
      lately: gauges,
      waits: { ...gauges, waiting: 1 },
      dead: { ...gauges, deadLetters: 1 },
      sent: {
        ...gauges,
        underWay: [{ minuteMs: 0, channel: 'sms', provider: 'link', count: 1, sent: 1, lateCodes: 0 }],
      },
    }
    const all = Object.keys(byName).map((name) => ({ ...listed(name), slices: sliceOf('a') | sliceOf('b') }))
    const heard = all.map((one) => (one.organization === 'lately' ? { ...one, activeMs: NOW_MS - 60_000 } : one))
    const ledgers = {
      getByName: (name: string) => ({
        gauges: async () => (name.startsWith('a/') ? byName[name.slice(2)] : undefined),
      }),
    }
    const { asked, settled } = over(heard, { ORDER_LEDGER: ledgers })
    await overviewOf(asked, 60, NOW_MS)
    expect(settled).toEqual([{ organization: 'quiet', atMs: NOW_MS, totals: TOTALS, slices: sliceOf('a') }])
  })

  it('says whose feed and ledgers it could not ask, and tells the rest', async () => {
    const away = async (): Promise<never> => {
      throw new Error('away')
    }
    const feeds = {
      getByName: (name: string) =>
        name === 'away'
          ? { counts: away, webhooks: away }
          : { counts: answering({ totals: TOTALS, minutes }), webhooks: answering([]) },
    }
    const all = await overviewOf(over(['away', 'there'].map(listed), { STATUS_FEED: feeds }).asked, 60, NOW_MS)
    const told = Object.fromEntries(
      all.map(({ organization, isCounted, isAsked }) => [organization, [isCounted, isAsked]]),
    )
    expect(told).toEqual({ away: [false, false], there: [true, true] })
    const metrics = writeOpenMetrics(metricsOf(all, [], NOW_MS))
    expect(metrics).toContain('straks_organizations_known 2\n')
    expect(metrics).toContain('straks_organizations_counted 1\n')
    expect(metrics).toContain('straks_organizations_asked 1\n')
    expect(metrics).not.toContain('organization="away"')
  })

  it('also asks those whose messages all wait, of which no feed has heard lately', async () => {
    const [stuck = ''] = NAMES.slice(-1)
    const busy = {
      totals: TOTALS,
      minutes: [{ minuteMs: NOW_MS, key: 'sms link', tally: { ...newTally(), accepted: 1 } }],
    }
    const once = { totals: { upTo: 900, tallies: { 'sms link': { ...newTally(), accepted: 900 } } }, minutes: [] }
    const asked = new Set<string>()
    const gauges = (name: string) => async () => {
      asked.add(name.slice(2))
      return undefined
    }
    const waiting = {
      STATUS_FEED: {
        getByName: (name: string) => ({ counts: answering(name === stuck ? once : busy), webhooks: answering([]) }),
      },
      ORDER_LEDGER: { getByName: (name: string) => ({ gauges: gauges(name) }) },
    }
    await overviewOf(over(ORGANIZATIONS, waiting).asked, 60, NOW_MS)
    expect(asked.size).toBe(STANDINGS / (LEDGERS + 2))
    expect(asked).toContain(stuck)
  })

  it('also asks the fences of one that had nothing accepted at all', async () => {
    const trips = [
      { fence: 'smsCountries', refused: 1_000, sinceMs: NOW_MS - 60_000, lastMs: NOW_MS },
      { fence: 'perMinute', refused: 7, sinceMs: 0, lastMs: NOW_MS - 90_000_000 },
    ] as const
    const fences = { state: answering({ organization: '', usedInMinute: 0, usedInDay: 0, trips }) }
    const all = await overviewOf(over(ORGANIZATIONS, { FENCE_KEEPER: objects(fences) }, ['attacked']).asked, 60, NOW_MS)
    const one = all.find(({ organization }) => organization === 'attacked')
    expect(refusalsSince(one?.fences, NOW_MS - REFUSALS_SHOWN_MS)).toEqual([trips[0]])
    const metrics = (nowMs: number) => writeOpenMetrics(metricsOf(one ? [one] : [], [], nowMs))
    expect(metrics(NOW_MS)).toContain('straks_fence_refused{organization="attacked",fence="smsCountries"} 1000')
    expect(metrics(NOW_MS + 700_000)).not.toContain('straks_fence_refused{')
  })

  it('writes metrics of all of them, in proportion to what they use', async () => {
    const sizeOf = async (all: readonly ToldOrganization[]) =>
      writeOpenMetrics(metricsOf(await overviewOf(over(all).asked, 1, NOW_MS), [], NOW_MS)).length
    const [hundred, thousand] = [await sizeOf(ORGANIZATIONS.slice(0, 100)), await sizeOf(ORGANIZATIONS)]
    expect(thousand / hundred).toBeLessThan(10.5)
    console.info(`metrics of 1 000 organisations with two providers each: ${thousand} characters`)
  })

  it('looks through them page by page, one organisation’s ledgers at a time', async () => {
    const seen: (SearchPlace | undefined)[] = []
    for (let from: SearchPlace | undefined; ; ) {
      const before = calls.all
      const { next } = await findShipments(ANSWERING, ORGANIZATIONS, { recipient: '+4791234567' }, { from, limit: 50 })
      expect(calls.all - before).toBeLessThanOrEqual(40 * LEDGERS)
      seen.push(next)
      if (!next) break
      from = next
    }
    expect(seen).toHaveLength(25)
    expect(calls.all).toBe(ORGANIZATIONS.length * LEDGERS)
    expect(calls.most).toBe(LEDGERS)
  })

  it('looks only where there may be something', async () => {
    const small = ORGANIZATIONS.map((one) => ({ ...one, slices: sliceOf('a') }))
    const { next } = await findShipments(
      ANSWERING,
      small.slice(0, 500),
      { recipient: '+4791234567' },
      { from: undefined, limit: 50 },
    )
    expect([calls.all, next]).toEqual([500, undefined])
  })
})

describe('a shipment of an unknown organisation', () => {
  const at = (digit: string) => ({ orderKey: digit.repeat(30), number: 1 })
  const holder = (name: string) => ({
    getByName: (ledger: string) => ({
      inspect: async () => {
        calls.all++
        return ledger.endsWith(`/${name}`) ? { organization: name } : undefined
      },
    }),
  })

  it('is looked for where its slice has anything', async () => {
    const some = ORGANIZATIONS.map((one, index) => ({ ...one, slices: index % 4 === 0 ? sliceOf('a') : sliceOf('b') }))
    expect(await locateShipment(ANSWERING, some, at('a'))).toEqual({ shipment: undefined, asked: 250, of: 250 })
    expect(calls.all).toBe(250)
  })

  it('is looked for no longer once it is found', async () => {
    const env = over([], { ORDER_LEDGER: holder('org-0003') }).asked
    const { shipment } = await locateShipment(env, ORGANIZATIONS, at('a'))
    expect(shipment).toMatchObject({ organization: 'org-0003' })
    expect(calls.all).toBeLessThanOrEqual(2 * OBJECTS_AT_ONCE)
  })
})
