import { describe, expect, it } from 'vitest'
import { readReply } from '../../../../worker/providers/link/reply.ts'
import { deliveryTime, readReports, writeAcknowledgement } from '../../../../worker/providers/link/report.ts'
import { parseLinkSettings } from '../../../../worker/providers/link/settings.ts'
import { statusOfState } from '../../../../worker/providers/link/states.ts'
import { writeSubmission } from '../../../../worker/providers/link/submission.ts'

const NOW_MS = Date.UTC(2026, 10, 22, 11, 0, 0)
const LOGIN = { username: 'straks', password: 'a<b&c' }

const submit = (body: string, from = 'Altinn', secondsLeft = 120) =>
  writeSubmission(
    LOGIN,
    { channel: 'sms', from, body },
    { to: '+4799999999', expiresAtMs: NOW_MS + secondsLeft * 1_000 },
    NOW_MS,
  )

describe('a submission', () => {
  it('is what the gateway documents', () => {
    expect(submit('Koden er 428516 & gjelder <nå>.')).toBe(
      '<?xml version="1.0" encoding="utf-8"?><SESSION><CLIENT>straks</CLIENT><PW>a&#x3C;b&#x26;c</PW><MSGLST><MSG>' +
        '<ID>1</ID><TEXT>Koden er 428516 &#x26; gjelder &#x3C;n&#xE5;&#x3E;.</TEXT><SND>Altinn</SND>' +
        '<RCV>4799999999</RCV><TTL>2</TTL></MSG></MSGLST></SESSION>',
    )
  })

  it('carries what GSM-7 has no letters for as UCS-2', () => {
    expect(submit('Код 😀')).toContain('<TEXT>041A043E04340020D83DDE00</TEXT>')
    expect(submit('Код')).toContain('<OP>9</OP>')
    expect(submit('æøå €')).not.toContain('<OP>')
    expect(submit('form\ffeed')).toContain('<OP>9</OP>')
  })

  it('asks the network to give up in time: minutes rounded down, at least one', () => {
    expect(
      [179, 120, 119, 60, 59, 1, -5].map((seconds) => /<TTL>(\d+)/.exec(submit('x', 'Altinn', seconds))?.[1]),
    ).toEqual(['2', '2', '1', '1', '1', '1', '1'])
  })

  it('names a sender by number without the plus', () => {
    expect(submit('x', '+4712345678')).toContain('<SND>4712345678</SND>')
    expect(submit('x', '+Altinn')).toContain('<SND>+Altinn</SND>')
  })
})

const session = (logon: string, message = ''): string =>
  `<?xml version="1.0"?><SESSION><LOGON>${logon}</LOGON><REASON></REASON><MSGLST><MSG><ID>1</ID>${message}</MSG></MSGLST></SESSION>`

describe('the gateway’s reply', () => {
  it.each([
    ['taken', session('OK', '<REF>984342374</REF><STATUS>OK</STATUS><INFO></INFO>'), 'taken', '984342374', 'OK'],
    ['taken without a reference', session('OK', '<STATUS>OK</STATUS>'), 'taken', undefined, 'OK'],
    [
      'a number that is none',
      session('OK', '<STATUS>FAIL</STATUS><INFO>Invalid RCV 123</INFO>'),
      'SMS_Failed_InvalidRecipient',
      undefined,
      'FAIL:invalid-rcv',
    ],
    ['another refusal', session('OK', '<STATUS>FAIL</STATUS><INFO>No route</INFO>'), 'SMS_Failed', undefined, 'FAIL'],
    ['a refusal without a reason', session('OK', '<STATUS>FAIL</STATUS>'), 'SMS_Failed', undefined, 'FAIL'],
    ['a refused login', session('FAIL'), 'unavailable', undefined, 'LOGON:FAIL'],
    ['a page of something else', '<html><body>502</body></html>', 'uncertain', undefined, undefined],
    ['nothing', '', 'uncertain', undefined, undefined],
  ])('is understood: %s', (_name, document, expected, reference, code) => {
    const reply = readReply(document)
    expect(reply.outcome.kind === 'refused' ? reply.outcome.status : reply.outcome.kind).toBe(expected)
    expect(reply.reference).toBe(reference)
    expect(reply.outcome.code).toBe(code)
  })
})

const report = (state: string, rest = '<RCV>4799999999</RCV>') =>
  `<?xml version="1.0"?><!DOCTYPE MSGLST SYSTEM "pswincom_report_request.dtd"><MSGLST><MSG><ID>7</ID><REF>r1</REF>${rest}<STATE>${state}</STATE><DELIVERYTIME>2026.11.22 11:59:58</DELIVERYTIME></MSG></MSGLST>`

describe('a delivery report', () => {
  it.each([
    ['DELIVRD', 'SMS_Delivered'],
    ['EXPIRED', 'SMS_Failed_Expired'],
    ['DELETED', 'SMS_Failed_Deleted'],
    ['UNDELIV', 'SMS_Failed_Undelivered'],
    ['REJECTD', 'SMS_Failed_Rejected'],
    ['BARRED', 'SMS_Failed_BarredReceiver'],
    ['BARREDA', 'SMS_Failed_BarredReceiver'],
    ['ZEROBAL', 'SMS_Failed'],
    ['FAILED', 'SMS_Failed'],
    ['UNKNOWN', 'SMS_Failed'],
    ['NULL', 'SMS_Failed'],
    ['delivrd', 'SMS_Delivered'],
    ['__proto__', 'SMS_Failed'],
    ['constructor', 'SMS_Failed'],
  ])('that says %s means %s', (state, status) => {
    expect(statusOfState(state)).toBe(status)
  })

  it('is read, its time in the zone that makes sense', () => {
    expect(readReports(report('DELIVRD'), NOW_MS)).toEqual({
      ok: true,
      value: [
        {
          id: '7',
          reference: 'r1',
          receipt: { kind: 'delivered', atMs: Date.UTC(2026, 10, 22, 10, 59, 58), code: 'DELIVRD' },
        },
      ],
    })
    expect(deliveryTime('2026.11.22 10:59:59', NOW_MS)).toBe(NOW_MS - 1_000)
    expect(deliveryTime('2026.11.22 12:59:59', NOW_MS)).toBe(NOW_MS - 1_000)
    for (const written of [undefined, 'now', '2026.11.22', '2026.11.22 15:00:00'])
      expect(deliveryTime(written, NOW_MS)).toBe(NOW_MS)
  })

  it('is refused with all others of its list where a member is missing', () => {
    for (const document of [report('DELIVRD', ''), report(''), '<MSGLST/>', '<MSG/>', '<MSGLST><MSG>', ''])
      expect(readReports(document, NOW_MS), document).toEqual({ ok: false, failure: 'malformed' })
  })

  it('is refused where its name could not be written back, or would be longer than any', () => {
    const named = (id: string) =>
      `<MSGLST><MSG><ID>${id}</ID><REF>r1</REF><RCV>4799999999</RCV><STATE>DELIVRD</STATE></MSG></MSGLST>`
    const refused = ['&#1;', '&#xD800;', '&#xFFFE;', '\u0001', '7\u0000', 'x'.repeat(201)]
    expect(refused.filter((id) => readReports(named(id), NOW_MS).ok)).toEqual([])
    const read = readReports(named('&lt;æ&#x1F600;'), NOW_MS)
    expect(read.ok && writeAcknowledgement(read.value)).toContain('<ID>&#x3C;&#xE6;&#x1F600;</ID>')
  })

  it('is acknowledged in the gateway’s own words', () => {
    expect(writeAcknowledgement([{ id: '1' }])).toBe(
      '<?xml version="1.0"?><MSGLST><MSG><ID>1</ID><STATUS>OK</STATUS></MSG></MSGLST>',
    )
  })
})

describe('the settings of LINK', () => {
  const RIGHT = {
    LINK_URL: 'https://xml.pswin.com',
    LINK_USERNAME: 'a',
    LINK_PASSWORD: 'b',
    LINK_REPORT_USERNAME: 'c',
    LINK_REPORT_PASSWORD: 'd',
  }

  it('are named where they are missing, and send no password in clear text over a network', () => {
    expect(parseLinkSettings(RIGHT).reports).toEqual({ username: 'c', password: 'd' })
    for (const name of Object.keys(RIGHT))
      expect(() => parseLinkSettings({ ...RIGHT, [name]: '' })).toThrow(`The setting ${name} is missing or malformed`)
    expect(() => parseLinkSettings({ ...RIGHT, LINK_URL: 'http://xml.pswin.com' })).toThrow('LINK_URL')
  })
})
