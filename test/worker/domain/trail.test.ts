import { describe, expect, it } from 'vitest'
import {
  addTo,
  callEntries,
  isSoftBounce,
  lateEntries,
  receiptEntry,
  saidIn,
  type TrailEntry,
} from '../../../worker/domain/trail.ts'

const prepared = (atMs: number): TrailEntry => ({ atMs, event: 'prepared' })
const many = (count: number) => Array.from({ length: count }, (_, index) => prepared(index))
const bounced = (changes: Partial<TrailEntry & { event: 'receipt' }> = {}): TrailEntry => ({
  ...{ atMs: 1, event: 'receipt', provider: 'acs', says: 'Email_Failed_Bounced', bounce: 'hard', code: '550' },
  ...changes,
})

const told = (says: (TrailEntry & { event: 'receipt' })['says']): TrailEntry => ({
  ...{ atMs: 1, event: 'receipt', provider: 'acs', says },
})

describe('a trail', () => {
  it('is kept whole up to fifty entries; of a longer one the first ten and the latest forty', () => {
    expect(addTo(many(49), [prepared(49)])).toEqual(many(50))
    const kept = addTo(many(50), [prepared(50)]).map(({ atMs }) => atMs)
    expect(kept).toEqual([
      ...Array.from({ length: 10 }, (_, at) => at),
      ...Array.from({ length: 40 }, (_, at) => 11 + at),
    ])
  })

  it('has each call twice: when a provider was asked, and what it answered', () => {
    const call = { provider: 'link', askedAtMs: 1, answeredAtMs: 2, outcome: 'refused', code: '42' } as const
    expect(callEntries(3, [call])).toEqual([
      { atMs: 1, event: 'asked', attempt: 3, provider: 'link' },
      { atMs: 2, event: 'answered', attempt: 3, provider: 'link', outcome: 'refused', code: '42' },
    ])
  })

  it('has no asking of a provider that was left alone', () => {
    const call = {
      provider: 'twilio',
      askedAtMs: 1,
      answeredAtMs: 1,
      outcome: 'unavailable',
      code: 'left-alone',
    } as const
    expect(callEntries(3, [call]).map(({ event }) => event)).toEqual(['answered'])
  })

  it('has a receipt by what it says: the status of a failure, or its kind', () => {
    expect(receiptEntry('acs', { kind: 'failed', status: 'Email_Failed_Bounced', bounce: 'hard' }, 5)).toEqual({
      ...{ atMs: 5, event: 'receipt', provider: 'acs', says: 'Email_Failed_Bounced', bounce: 'hard' },
    })
    const accepted = receiptEntry('acs', { kind: 'accepted', code: 'x' }, 5)
    expect(accepted).toEqual({ atMs: 5, event: 'receipt', provider: 'acs', says: 'accepted', code: 'x' })
    expect(Object.keys(saidIn({}))).toEqual([])
  })
})

describe('after the end', () => {
  const asked: TrailEntry = { atMs: 1, event: 'asked', attempt: 1, provider: 'link' }
  const answered: TrailEntry = { atMs: 2, event: 'answered', attempt: 1, provider: 'link', outcome: 'taken' }

  it('the calls of an attempt are told once', () => {
    expect(lateEntries([], [asked, answered])).toEqual([asked, answered])
    expect(lateEntries([asked], [asked, answered])).toEqual([answered])
    expect(lateEntries([{ ...asked, attempt: 2 }], [asked])).toEqual([asked])
    expect(lateEntries([{ atMs: 1, event: 'claimed', attempt: 1 }], [asked])).toEqual([asked])
  })

  it('mail that came back is told once, however often its provider tells of it', () => {
    expect(lateEntries([], [bounced()])).toEqual([bounced()])
    expect(lateEntries([bounced({ atMs: 0 })], [bounced()])).toEqual([])
    for (const change of [{ provider: 'smtp' }, { says: 'Email_Failed' }, { bounce: 'soft' }, { code: '551' }] as const)
      expect(lateEntries([bounced(change)], [bounced()])).toEqual([bounced()])
    expect(lateEntries([prepared(1), asked], [bounced()])).toEqual([bounced()])
  })

  it('nothing else is told', () => {
    expect(lateEntries([], [prepared(1), told('Email_Failed_Bounced')])).toEqual([])
    const { event, ...rest } = { ...bounced(), event: 'waits', untilMs: 3 } as const
    expect(lateEntries([], [{ ...rest, event } as TrailEntry])).toEqual([])
  })
})

describe('mail that came back', () => {
  const refused = (bounce?: 'hard' | 'soft'): TrailEntry => ({
    ...{ atMs: 2, event: 'answered', attempt: 1, provider: 'smtp', outcome: 'refused', ...(bounce && { bounce }) },
  })
  const taken: TrailEntry = {
    atMs: 3,
    event: 'answered',
    attempt: 1,
    provider: 'smtp',
    outcome: 'taken',
    bounce: 'soft',
  }

  it.each([
    ['nothing failed', [prepared(1)], false],
    ['a receipt says so', [bounced({ bounce: 'soft' })], true],
    ['a receipt says that it is for good', [bounced()], false],
    ['a receipt says nothing of it', [told('Email_Failed_Bounced')], false],
    ['an answer says so', [refused('soft')], true],
    ['an answer says nothing of it', [refused()], false],
    ['the last failure says something else', [refused('soft'), bounced()], false],
    ['the last failure says so', [bounced(), refused('soft')], true],
    ['what follows is no failure', [refused('soft'), told('accepted')], true],
    ['what follows is a delivery', [refused('soft'), told('delivered')], true],
    ['only what was taken says so', [taken], false],
    ['only a delivery says so', [bounced({ says: 'delivered', bounce: 'soft' })], false],
    ['only what was accepted says so', [bounced({ says: 'accepted', bounce: 'soft' })], false],
  ] as const)('came back for this time only, or not: %s', (_, trail, isSoft) => {
    expect(isSoftBounce(trail)).toBe(isSoft)
  })
})
