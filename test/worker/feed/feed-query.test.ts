import { describe, expect, it } from 'vitest'
import { readFeedQuery, writeFeedQuery } from '../../../worker/feed/feed-query.ts'

const query = (text: string) => readFeedQuery(new URLSearchParams(text))

describe('a query of the feed', () => {
  it.each([
    ['', { seq: 0, pageSize: 500, orderBy: 'Asc' }],
    ['seq=7&pageSize=20&orderBy=Desc', { seq: 7, pageSize: 20, orderBy: 'Desc' }],
    ['SEQ=7&pagesize=20&ORDERBY=desc', { seq: 7, pageSize: 20, orderBy: 'Desc' }],
    ['seq=1&seq=2', { seq: 1, pageSize: 500, orderBy: 'Asc' }],
    ['seq=0007&orderBy=ASC', { seq: 7, pageSize: 500, orderBy: 'Asc' }],
    ['seq=%2B7&orderBy=0', { seq: 7, pageSize: 500, orderBy: 'Asc' }],
    ['seq=-0&orderBy=1', { seq: 0, pageSize: 500, orderBy: 'Desc' }],
    ['pageSize=0', { seq: 0, pageSize: 1, orderBy: 'Asc' }],
    ['pageSize=-3', { seq: 0, pageSize: 1, orderBy: 'Asc' }],
    ['pageSize=501', { seq: 0, pageSize: 500, orderBy: 'Asc' }],
    ['pageSize=', { seq: 0, pageSize: 500, orderBy: 'Asc' }],
    ['pageSize=99999999999999999999', { seq: 0, pageSize: 500, orderBy: 'Asc' }],
    ['seq=9223372036854775807', { seq: Number.MAX_SAFE_INTEGER, pageSize: 500, orderBy: 'Asc' }],
    ['nothing=known', { seq: 0, pageSize: 500, orderBy: 'Asc' }],
  ])('"%s" asks for %j', (text, page) => {
    expect(query(text)).toEqual({ ok: true, value: page })
  })

  it.each([
    ['seq=-1', 'Seq', 'Sequence number cannot be less than 0.'],
    ['seq=-9223372036854775808', 'Seq', 'Sequence number cannot be less than 0.'],
    ['seq=9223372036854775808', 'Seq', 'The value is not a whole number of 64 bits.'],
    ['seq=', 'Seq', 'The value is not a whole number of 64 bits.'],
    ['seq=1.5', 'Seq', 'The value is not a whole number of 64 bits.'],
    ['seq=0x10', 'Seq', 'The value is not a whole number of 64 bits.'],
    ['seq=1e3', 'Seq', 'The value is not a whole number of 64 bits.'],
    ['pageSize=many', 'PageSize', 'The value is not a whole number.'],
    ['pageSize=2.5', 'PageSize', 'The value is not a whole number.'],
    ['orderBy=', 'OrderBy', 'The value must be Asc or Desc.'],
    ['orderBy=2', 'OrderBy', 'The value must be Asc or Desc.'],
    ['orderBy=descending', 'OrderBy', 'The value must be Asc or Desc.'],
  ])('"%s" is refused', (text, parameter, message) => {
    expect(query(text)).toEqual({ ok: false, failure: { reason: 'query-invalid', parameter, message } })
  })

  it('is read back from what asks the feed for a page', () => {
    for (const page of [
      { seq: 0, pageSize: 1, orderBy: 'Asc' },
      { seq: Number.MAX_SAFE_INTEGER, pageSize: 500, orderBy: 'Desc' },
    ] as const)
      expect(query(writeFeedQuery(page))).toEqual({ ok: true, value: page })
  })
})
