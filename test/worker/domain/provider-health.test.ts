import { describe, expect, it } from 'vitest'
import { admit, HEALTHY, type Health, observe, type Sign } from '../../../worker/domain/provider-health.ts'

const T0 = 1_000_000

/** Lets a provider answer so often, so far apart. */
function afterSigns(health: Health, sign: Sign, count: number, apartMs = 10, fromMs = T0): Health {
  let next = health
  for (let index = 0; index < count; index++) next = observe(next, sign, fromMs + index * apartMs)
  return next
}

describe('a provider', () => {
  it('is out after ten failures in a row', () => {
    expect(afterSigns(HEALTHY, 'ill', 9).state).toBe('up')
    expect(afterSigns(HEALTHY, 'ill', 10).state).toBe('out')
  })

  it('is out within five seconds where there is little to send', () => {
    const health = afterSigns(HEALTHY, 'ill', 4, 1_000)
    expect(health.state).toBe('out')
  })

  it('is out where there is so little to send that its failures are minutes apart from anything else', () => {
    expect(afterSigns(HEALTHY, 'ill', 3, 20_000).state).toBe('out')
    expect(afterSigns(HEALTHY, 'ill', 100, 40_000).state).toBe('up')
  })

  it('stays up through a moment’s trouble', () => {
    expect(afterSigns(HEALTHY, 'ill', 9, 100).state).toBe('up')
  })

  it('stays up while every now and then a message fails', () => {
    let health = HEALTHY
    for (let index = 0; index < 1_000; index++) {
      health = observe(health, index % 4 === 0 ? 'well' : 'ill', T0 + index * 100)
      expect(health.state).toBe('up')
    }
  })

  it('is not out for a single recipient who is tried again and again, with others in between', () => {
    let health = HEALTHY
    for (let index = 0; index < 100; index++) {
      health = observe(health, 'ill', T0 + index * 2_000)
      health = observe(health, 'well', T0 + index * 2_000 + 1)
    }
    expect(health.state).toBe('up')
  })

  it('that is out gets nothing until its pause is over, then one message', () => {
    const out = afterSigns(HEALTHY, 'ill', 10)
    expect(admit(out, T0 + 1_000).admitted).toBe(false)
    const trial = admit(out, out.untilMs)
    expect(trial.admitted).toBe(true)
    expect(admit(trial.health, out.untilMs + 1).admitted).toBe(false)
  })

  it('comes back after three trials that went well, not after one', () => {
    let health = afterSigns(HEALTHY, 'ill', 10)
    let nowMs = health.untilMs
    for (const state of ['out', 'out', 'up']) {
      const trial = admit(health, nowMs)
      expect(trial.admitted).toBe(true)
      health = observe(trial.health, 'well', ++nowMs)
      expect(health.state).toBe(state)
    }
  })

  it('waits twice as long after each trial that fails, at most a quarter of a minute', () => {
    let health = afterSigns(HEALTHY, 'ill', 10)
    const pauses: number[] = []
    for (let round = 0; round < 6; round++) {
      const nowMs = health.untilMs
      health = observe(admit(health, nowMs).health, 'ill', nowMs)
      pauses.push(health.untilMs - nowMs)
    }
    expect(pauses).toEqual([4_000, 8_000, 15_000, 15_000, 15_000, 15_000])
  })

  it('that fails again soon after it came back is out for longer', () => {
    let health = afterSigns(HEALTHY, 'ill', 10)
    let nowMs = health.untilMs
    for (let trial = 0; trial < 3; trial++) health = observe(admit(health, nowMs).health, 'well', ++nowMs)
    const relapsed = afterSigns(health, 'ill', 10, 10, nowMs + 1)
    expect(relapsed.untilMs - (nowMs + 1 + 90)).toBe(4_000)
  })

  it('that has worked for a minute is given the short pause again', () => {
    let health = afterSigns(HEALTHY, 'ill', 10)
    let nowMs = health.untilMs
    for (let trial = 0; trial < 3; trial++) health = observe(admit(health, nowMs).health, 'well', ++nowMs)
    const later = nowMs + 61_000
    const relapsed = afterSigns(health, 'ill', 10, 10, later)
    expect(relapsed.untilMs - (later + 90)).toBe(2_000)
  })

  it('gets another trial where the last one told nothing', () => {
    const out = afterSigns(HEALTHY, 'ill', 10)
    const trial = admit(out, out.untilMs)
    expect(admit(trial.health, out.untilMs + 5_000).admitted).toBe(true)
  })
})
