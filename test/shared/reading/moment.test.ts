import { describe, expect, it } from 'vitest'
import { parseMoment, parseMomentInUtc, upToLastMoment } from '../../../shared/reading/moment.ts'

const at = (text: string) => Date.parse(text)

describe('a time with its zone', () => {
  it.each([
    ['2026-12-01T09:00:00Z', '2026-12-01T09:00:00Z'],
    ['2026-12-01T09:00:00+01:00', '2026-12-01T08:00:00Z'],
    ['2026-12-01T09:00:00+01', '2026-12-01T08:00:00Z'],
    ['2026-12-01T09:00-05', '2026-12-01T14:00:00Z'],
    ['2026-12-01T09:00:00+14', '2026-11-30T19:00:00Z'],
    ['2026-12-01T09:00:00+14:00', '2026-11-30T19:00:00Z'],
    ['2026-12-01T09:00:00-13:59', '2026-12-01T22:59:00Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00Z'],
    ['9999-12-31T23:59:59.9999999Z', '9999-12-31T23:59:59.999Z'],
  ])('%s is %s', (written, utc) => {
    expect(parseMoment(written)).toEqual({ ok: true, value: at(utc) })
  })

  it.each([
    '2026-12-01T09:00:00+14:30',
    '2026-12-01T09:00:00-14:01',
    '2026-12-01T09:00:00+15',
    '2026-12-01T09:00:00+1',
    '2026-12-01T09:00:00+0100',
    '2026-12-01T09:00:00+01:60',
    '2026-02-30T09:00:00Z',
    '0000-12-31T23:59:59Z',
    '0001-01-01T00:00:00+01:00',
    '9999-12-31T23:59:59-01:00',
    'tomorrow',
    '',
  ])('%s is none', (written) => {
    expect(parseMoment(written)).toEqual({ ok: false, failure: 'malformed' })
  })
})

describe('a time without a zone', () => {
  it.each(['2026-12-01T09:00:00', '2026-12-01'])('%s is one that lacks it', (written) => {
    expect(parseMoment(written)).toEqual({ ok: false, failure: 'no-zone' })
  })
})

describe('a time whose zone may be left out', () => {
  it.each([
    ['2026-12-01T09:00:00', '2026-12-01T09:00:00Z'],
    ['2026-12-01T09:00', '2026-12-01T09:00:00Z'],
    ['2026-12-01', '2026-12-01T00:00:00Z'],
  ])('%s is %s', (written, utc) => {
    expect(parseMomentInUtc(written)).toEqual({ ok: true, value: { atMs: at(utc), isAssumed: true } })
  })

  it('is as it says where it has one', () => {
    const value = { atMs: at('2026-12-01T08:00:00Z'), isAssumed: false }
    expect(parseMomentInUtc('2026-12-01T09:00:00+01')).toEqual({ ok: true, value })
  })

  it.each(['2026-02-30', '2026-02-30T09:00:00', '2026-12', '2026-12-01T', '2026-12-01Z', 'x', ''])(
    '%s is none',
    (written) => {
      expect(parseMomentInUtc(written)).toEqual({ ok: false, failure: 'malformed' })
    },
  )
})

describe('what is counted on from a time', () => {
  it('ends with the last year of four digits', () => {
    expect(upToLastMoment(at('9999-12-31T23:59:59.999Z') + 1)).toBe(at('9999-12-31T23:59:59.999Z'))
    expect(upToLastMoment(at('2026-12-01T09:00:00Z'))).toBe(at('2026-12-01T09:00:00Z'))
  })
})
