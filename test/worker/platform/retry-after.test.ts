import { describe, expect, it } from 'vitest'
import { RetryAfter, retryAfterMs } from '../../../worker/platform/retry-after.ts'
import { isSecureUrl } from '../../../worker/platform/secure-url.ts'
import { outcomeOfStatus } from '../../../worker/providers/http/outcome-of-status.ts'

const NOW_MS = Date.UTC(2026, 10, 22, 11, 0, 0)

describe('a service that asks to be left alone', () => {
  it.each([
    ['2', '', 2_000],
    [' 60 ', '', 60_000],
    ['Sun, 22 Nov 2026 11:00:05 GMT', '', 5_000],
    ['Sun, 22 Nov 2026 10:59:00 GMT', '', 0],
    [null, 'Too many requests. Please try again after 60 seconds.', 60_000],
    [null, 'Please try again after 3636 seconds', 3_600_000],
    ['7', 'again after 60 seconds', 7_000],
    ['999999999', '', 3_600_000],
    ['9999999999', '', 3_600_000],
    ['9'.repeat(1_000), '', 3_600_000],
    ['0000000000', '', 0],
    ['0000000002', '', 2_000],
    ['1.5', '', 1_500],
    ['2, 60', '', 2_000],
    ['2,', '', 2_000],
    ['Sunday, 22-Nov-26 11:00:05 GMT', '', 5_000],
    ['Sun Nov 22 11:00:05 2026', '', 5_000],
    ['Fri, 31 Dec 9999 23:59:59 GMT', '', 3_600_000],
    ['Thu, 01 Jan 1970 00:00:00 GMT', '', 0],
    ['Sun, 99 Nov 2026 11:00:05 GMT', '', 0],
    ['soon 2099', '', 0],
    ['+5', '', 0],
    ['1e3', '', 0],
    ['0x10', '', 0],
    ['５', '', 0],
    ['5 s', '', 0],
    ['', '', 0],
    [null, 'again after 10000000000 seconds', 3_600_000],
    [null, 'again after -5 seconds', 5_000],
    ['soon', 'in some seconds', 0],
    ['-5', '', 0],
    [null, '', 0],
  ])('with Retry-After %j and %j means %i ms, but an hour at most', (header, words, expected) => {
    expect(retryAfterMs(header, words, NOW_MS)).toBe(expected)
  })

  it('is left alone until the longest time that it asked for is over', () => {
    const retryAfter = new RetryAfter()
    expect(retryAfter.mayCall(NOW_MS)).toBe(true)
    retryAfter.extend(2_000, NOW_MS)
    retryAfter.extend(1_000, NOW_MS)
    expect(retryAfter.mayCall(NOW_MS + 1_999)).toBe(false)
    expect(retryAfter.mayCall(NOW_MS + 2_000)).toBe(true)
  })

  it('is asked by one call a minute whether it still wishes so, and an answer that is good ends the wish', () => {
    const retryAfter = new RetryAfter()
    retryAfter.extend(3_600_000, NOW_MS)
    const called = (seconds: number) => retryAfter.mayCall(NOW_MS + seconds * 1_000)
    expect([59, 60, 61, 119, 120].map(called)).toEqual([false, true, false, false, true])
    retryAfter.extend(3_600_000, NOW_MS + 121_000)
    expect([122, 180, 181].map(called)).toEqual([false, false, true])
    retryAfter.end()
    expect([182, 183].map(called)).toEqual([true, true])
  })
})

describe('an answer that tells nothing of the message', () => {
  it('leaves open whether the message was taken unless the request itself was turned away', () => {
    for (const status of [307, 308, 401, 404, 429, 503, 521, 530])
      expect(outcomeOfStatus(status), String(status)).toEqual({ kind: 'unavailable', code: `http-${status}` })
    for (const status of [200, 201, 202, 204, 299, 301, 302, 303, 500, 502, 504, 520, 524])
      expect(outcomeOfStatus(status), String(status)).toEqual({ kind: 'uncertain', code: `http-${status}` })
  })
})

describe('credentials', () => {
  it('travel by HTTPS, or not further than this machine', () => {
    for (const url of ['https://api.twilio.com', 'http://127.0.0.1:8080', 'http://localhost/', 'http://[::1]:1'])
      expect(isSecureUrl(url), url).toBe(true)
    for (const url of [
      '',
      'http://api.twilio.com',
      'http://127.0.0.1.example.com',
      'http://localhost@x.example',
      'ftp://localhost',
    ])
      expect(isSecureUrl(url), url).toBe(false)
  })
})
