import { describe, expect, it } from 'vitest'
import { DAY_SLOT_MS, FenceCounts } from '../../../worker/fences/fence-counts.ts'
import { RollingCount } from '../../../worker/fences/rolling-count.ts'

const START = Date.UTC(2026, 10, 26, 3)
const SECOND = 1_000
const MINUTE = 60 * SECOND

const ask = (id: number, recipients: readonly string[] = [], messages = 1) => ({
  id: `key-${id}`,
  messages,
  recipients,
})

/** Accepts what may be accepted, as the keeper does. */
function take(counts: FenceCounts, fences: object, one: ReturnType<typeof ask>, nowMs: number): boolean {
  if (counts.decide(one, fences, nowMs).kind === 'closed') return false
  counts.count(one, nowMs)
  return true
}

describe('a count in a window that moves', () => {
  it('never lets more pass in any window than its limit, and again when the oldest have left', () => {
    const count = new RollingCount(MINUTE, SECOND)
    const passed: number[] = []
    for (let atMs = START; atMs < START + 5 * MINUTE; atMs += 137) {
      if (count.used(atMs) >= 10) continue
      count.add(1, atMs)
      passed.push(atMs)
    }
    for (const from of passed)
      expect(passed.filter((ms) => ms >= from && ms < from + MINUTE).length).toBeLessThanOrEqual(10)
    expect(passed.length).toBeGreaterThan(40)
  })

  it('tells when it has room', () => {
    const count = new RollingCount(MINUTE, SECOND)
    for (let index = 0; index < 10; index++) count.add(1, START + index * SECOND)
    const nowMs = START + 9 * SECOND
    const atMs = count.downToAtMs(7, nowMs)
    expect(count.used(atMs - 1)).toBe(8)
    expect(count.used(atMs)).toBe(7)
  })
})

describe('the counts of an organisation', () => {
  it('close the minute, tell for how long, and open again', () => {
    const counts = new FenceCounts()
    const fences = { perMinute: 5 }
    for (let id = 0; id < 5; id++) expect(take(counts, fences, ask(id), START)).toBe(true)
    const decision = counts.decide(ask(5), fences, START + SECOND)
    expect(decision).toMatchObject({ kind: 'closed', fence: 'perMinute' })
    if (decision.kind === 'open') return
    expect(counts.decide(ask(5), fences, START + SECOND + decision.retryAfterMs - 1).kind).toBe('closed')
    expect(counts.decide(ask(5), fences, START + SECOND + decision.retryAfterMs).kind).toBe('open')
  })

  it('count a key once, and not at all where it is taken back', () => {
    const counts = new FenceCounts()
    for (let round = 0; round < 3; round++) counts.count(ask(1, ['a']), START)
    expect(counts.usedInMinute(START)).toBe(1)
    counts.takeBack(ask(1, ['a']), START)
    expect(counts.usedInMinute(START)).toBe(0)
    expect(counts.decide(ask(2, ['a']), { perRecipient: { messages: 1, seconds: 60 } }, START).kind).toBe('open')
  })

  it('stay where a process takes back what another has counted too', () => {
    const counts = new FenceCounts()
    const used: number[] = []
    const isOpen = () => counts.decide(ask(2, ['a']), { perRecipient: { messages: 1, seconds: 60 } }, START).kind
    for (let process = 0; process < 3; process++) counts.countAccepted(ask(1, ['a']), START)
    for (let process = 0; process < 2; process++) {
      counts.takeBack(ask(1, ['a']), START)
      used.push(counts.usedInMinute(START))
    }
    expect([used, isOpen()]).toEqual([[1, 1], 'closed'])
    counts.takeBack(ask(1, ['a']), START)
    expect([counts.usedInMinute(START), isOpen()]).toEqual([0, 'open'])
  })

  it('let an order of more messages than a fence has pass where there are no others', () => {
    const counts = new FenceCounts()
    const fences = { perMinute: 2, perRecipient: { messages: 2, seconds: 60 } }
    expect(take(counts, fences, ask(1, ['a', 'a', 'a'], 3), START)).toBe(true)
    expect(take(counts, fences, ask(2, ['b']), START)).toBe(false)
  })

  it('let nothing pass a fence of no messages', () => {
    for (const fences of [{ perMinute: 0 }, { perDay: 0 }, { perRecipient: { messages: 0, seconds: 60 } }])
      expect(new FenceCounts().decide(ask(1, ['a']), fences, START)).toMatchObject({ kind: 'closed' })
  })

  it('tell of the fence that opens last', () => {
    const counts = new FenceCounts()
    const fences = { perMinute: 1, perDay: 1, perRecipient: { messages: 1, seconds: 600 } }
    expect(take(counts, fences, ask(1, ['a']), START)).toBe(true)
    expect(counts.decide(ask(2, ['a']), fences, START)).toMatchObject({ fence: 'perDay' })
  })

  it('know after a restart who is full, and what the day has', () => {
    const counts = new FenceCounts()
    const fences = { perDay: 100, perRecipient: { messages: 2, seconds: 600 } }
    counts.restoreDay({ number: Math.floor(START / DAY_SLOT_MS), messages: 99 })
    counts.restore(2, ['a', 'a'], START)
    counts.noteFull(fences, START + SECOND)
    expect(counts.isAnyFull(START + SECOND)).toBe(true)
    expect(counts.isAnyFull(START + 601 * SECOND)).toBe(false)
    expect(take(counts, fences, ask(1, ['b']), START + SECOND)).toBe(true)
    expect(take(counts, fences, ask(2, ['b']), START + SECOND)).toBe(false)
  })
})
