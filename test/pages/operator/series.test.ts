import { describe, expect, it } from 'vitest'
import type { Overview } from '../../../worker/public/operator/model/answers.ts'
import { barsOf, countsByChannel, totalOf } from '../../../worker/public/operator/model/series.ts'

const NONE = { p50: null, p95: null, p99: null }

const minute = (at: string, organization: string, channel: 'sms' | 'email', accepted: number) => ({
  at,
  organization,
  channel,
  provider: 'inbox',
  accepted,
  sent: 0,
  delivered: 0,
  failed: 0,
})

const overview = (minutes: number, perMinute: Overview['perMinute']): Overview => ({
  at: '2026-11-26T12:30:45.000Z',
  minutes,
  accepted: 0,
  sent: 0,
  delivered: 0,
  failed: 0,
  deliveredWithin10s: null,
  acceptedToProviderMs: NONE,
  acceptedToDeliveredMs: NONE,
  ...{
    waiting: 0,
    coverage: { organizations: 0, counted: 0, asked: 0, askedSince: '2026-11-26T12:30:45.000Z' },
    oldestWaitingSeconds: 0,
    uncertain: 0,
    deadLetters: 0,
    organizations: [],
    providers: [],
    fences: [],
    webhooks: [],
    perMinute,
  },
})

const TWO = [
  minute('2026-11-26T12:30:00.000Z', 'ttd', 'sms', 4),
  minute('2026-11-26T12:28:00.000Z', 'digdir', 'email', 6),
]

describe('the bars of a plot', () => {
  it('are one for each minute, quiet ones too, up to the one that goes on', () => {
    const bars = barsOf(overview(15, TWO), {})
    expect(bars.map(({ perMinute }) => perMinute.accepted)).toEqual([...Array(12).fill(0), 6, 0, 4])
    expect([bars[0]?.at, bars.at(-1)?.at]).toEqual(['2026-11-26T12:16:00.000Z', '2026-11-26T12:30:00.000Z'])
  })

  it('are as many as can be told apart, and tell of each minute', () => {
    const bars = barsOf(overview(240, TWO), {})
    expect(bars).toHaveLength(60)
    expect(bars.at(-1)?.perMinute.accepted).toBe((4 + 6) / 4)
  })

  it('leave out what is older than the first of them', () => {
    const old = [minute('2026-11-26T11:00:00.000Z', 'ttd', 'sms', 9)]
    expect(barsOf(overview(15, old), {}).every(({ perMinute }) => perMinute.accepted === 0)).toBe(true)
  })
})

describe('counts', () => {
  it('are of what is shown', () => {
    expect(totalOf(overview(15, TWO), {}).accepted).toBe(10)
    expect(totalOf(overview(15, TWO), { organization: 'ttd' }).accepted).toBe(4)
    expect(totalOf(overview(15, TWO), { organization: 'ttd', channel: 'email' }).accepted).toBe(0)
  })

  it('are summed by channel, the most first', () => {
    expect(countsByChannel(overview(15, TWO), {}).map(({ channel, accepted }) => [channel, accepted])).toEqual([
      ['email', 6],
      ['sms', 4],
    ])
  })
})
