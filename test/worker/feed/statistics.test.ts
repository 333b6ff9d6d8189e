import { describe, expect, it } from 'vitest'
import { type MessageFacts, readFacts, writeFacts } from '../../../worker/feed/message-facts.ts'
import { MinuteCounts, TotalCounts } from '../../../worker/feed/statistics.ts'
import { countEnd, newTally, percentile } from '../../../worker/feed/tally.ts'
import { writeOpenMetrics } from '../../../worker/operator/open-metrics.ts'

const MINUTE_MS = 60_000
const T0 = Date.UTC(2030, 0, 15, 8)

const ended = (changes: Partial<MessageFacts> = {}): MessageFacts => ({
  channel: 'sms',
  provider: 'link',
  isDelivered: true,
  isInstant: true,
  isSent: true,
  acceptedAtMs: T0,
  askedAtMs: T0 + 4,
  endedAtMs: T0 + 2_000,
  ...changes,
})

const entry = (sequenceNumber: number, ...facts: MessageFacts[]) => ({ sequenceNumber, facts: writeFacts(facts) })

describe('the facts of messages', () => {
  it('are read back as they were written, and are nothing where they cannot be read', () => {
    const facts = [
      ended(),
      ended({ channel: 'email', provider: '', askedAtMs: undefined, isDelivered: false, isSent: false }),
    ]
    expect(readFacts(writeFacts(facts))).toEqual(facts)
    for (const text of [null, '', '{}', '[[1]]']) expect(readFacts(text)).toEqual([])
  })
})

describe('totals', () => {
  it('go on after a restart from what was stored', () => {
    const all = [1, 2, 3, 4].map((number) => entry(number, ended(), ended({ isDelivered: false })))
    const whole = new TotalCounts(undefined)
    whole.add(all)
    const first = new TotalCounts(undefined)
    first.add(all.slice(0, 2))
    const second = new TotalCounts(JSON.parse(JSON.stringify(first.totals)))
    second.add(all.slice(2))
    expect(second.totals).toEqual(whole.totals)
    expect(whole.totals.tallies['sms link']).toMatchObject({
      sent: 8,
      delivered: 4,
      failed: 4,
      codes: 8,
      quickCodes: 4,
    })
  })
})

describe('minutes', () => {
  it('count acceptance and end each in its own, and forget what is a day old', () => {
    const minutes = new MinuteCounts(0)
    minutes.add([entry(1, ended({ endedAtMs: T0 + 3 * MINUTE_MS }))])
    expect(
      minutes.since(T0, T0).map(({ minuteMs, tally }) => [minuteMs - T0, tally.accepted, tally.delivered]),
    ).toEqual([
      [0, 1, 0],
      [3 * MINUTE_MS, 0, 1],
    ])
    expect(minutes.since(T0 + MINUTE_MS, T0)).toHaveLength(1)
    expect(minutes.since(0, T0 + 1_442 * MINUTE_MS)).toHaveLength(1)
  })
})

describe('a tally', () => {
  it('tells percentiles within their buckets, and none of nothing', () => {
    const tally = newTally()
    for (let ms = 1; ms <= 100; ms++) countEnd(tally, ended({ askedAtMs: T0 + ms }))
    expect(percentile(tally.toProvider, 0.5)).toBe(50)
    expect(percentile(tally.toProvider, 0.99)).toBeGreaterThan(90)
    expect(percentile(newTally().toProvider, 0.5)).toBeNull()
  })

  it('counts a code as quick up to ten seconds', () => {
    const tally = newTally()
    countEnd(tally, ended({ endedAtMs: T0 + 10_000 }))
    countEnd(tally, ended({ endedAtMs: T0 + 10_001 }))
    countEnd(tally, ended({ isInstant: false }))
    expect([tally.codes, tally.quickCodes]).toEqual([2, 1])
  })
})

describe('OpenMetrics', () => {
  it('escapes labels and ends with its mark', () => {
    const samples = [{ labels: { a: 'x"y\\z\n' }, value: 1 }]
    expect(writeOpenMetrics([{ name: 'n', help: 'h', type: 'counter', samples }])).toBe(
      '# TYPE n counter\n# HELP n h\nn_total{a="x\\"y\\\\z\\n"} 1\n# EOF\n',
    )
  })

  it('writes bounds with a point', () => {
    const samples = [{ labels: {}, histogram: newTally().toProvider }]
    const text = writeOpenMetrics([{ name: 'n_seconds', help: 'h', type: 'histogram', samples }])
    const bounds = [...text.matchAll(/le="([^"]+)"/g)].map(([, le = '']) => le)
    expect(bounds).toEqual(expect.arrayContaining(['0.005', '1.0', '10.0', '+Inf']))
    expect(bounds.filter((le) => /^\d+$/.test(le))).toEqual([])
  })
})
