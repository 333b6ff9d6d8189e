import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { readEvents } from '../../../../worker/providers/acs/events.ts'
import { meaningOf } from '../../../../worker/providers/acs/statuses.ts'
import { receiveAllByReference } from '../../../../worker/providers/receipts/references.ts'

const NOW_MS = Date.UTC(2026, 10, 22, 11, 0, 0)
const ID = '0b5c53f5-6c1a-8d2e-9b1f-0123456789ab'
const DELIVERY_REPORT = 'Microsoft.Communication.EmailDeliveryReportReceived'

const event = (data: unknown, eventType = DELIVERY_REPORT) => ({ id: '1', subject: 'x', eventType, data })

const reading = (...events: unknown[]) => {
  const read = readEvents(events, NOW_MS)
  return read.ok ? read.value : read.failure
}

describe('a delivery report', () => {
  it.each([
    ['Delivered', 'Email_Delivered'],
    ['delivered', 'Email_Delivered'],
    ['BOUNCED', 'Email_Failed_Bounced'],
    ['FilteredSpam', 'Email_Failed_FilteredSpam'],
    ['Quarantined', 'Email_Failed_Quarantined'],
    ['Suppressed', 'Email_Failed_SuppressedRecipient'],
    ['Failed', 'Email_Failed'],
    ['Expanded', 'Email_Failed'],
    ['OutForDelivery', 'accepted'],
    ['SomethingNew', 'Email_Failed'],
    ['constructor', 'Email_Failed'],
    ['', 'Email_Failed'],
    [null, 'Email_Failed'],
    [undefined, 'Email_Failed'],
  ])('that says %s means %s', (status, expected) => {
    expect(meaningOf(status)).toBe(expected)
  })

  it('tells when a mail was delivered, but never later than now', () => {
    const deliveredAt = (deliveryAttemptTimeStamp: unknown) =>
      reading(event({ messageId: ID, status: 'Delivered', deliveryAttemptTimeStamp }))
    const at = (atMs: number) => ({
      kind: 'reports',
      reports: [{ reference: ID, receipt: { kind: 'delivered', atMs, code: 'Delivered' } }],
      unreadable: 0,
    })
    expect(deliveredAt('2026-11-22T10:59:58.2855749+00:00')).toEqual(at(NOW_MS - 1_715))
    expect(deliveredAt('2026-11-22T11:59:58+01:00')).toEqual(at(NOW_MS - 2_000))
    for (const written of [undefined, null, 'now', '', '2026-11-22T11:00:01Z'])
      expect(deliveredAt(written)).toEqual(at(NOW_MS))
  })

  it.each([
    ['Bounced', undefined, 'hard'],
    ['Bounced', null, 'hard'],
    ['Bounced', { statusMessage: '550 5.1.1 no such user' }, 'hard'],
    ['Bounced', { statusMessage: 'DestinationMailboxFull for ola.nordmann@example.com' }, 'soft'],
    ['Bounced', { statusMessage: '552 5.2.2 the mailbox is full' }, 'soft'],
    ['Bounced', { statusMessage: 'seen from 10.5.2.2' }, 'hard'],
    ['Suppressed', {}, 'hard'],
    ['Failed', { statusMessage: 'DestinationMailboxFull' }, undefined],
  ])('that says %s with %j is a bounce of kind %s', (status, deliveryStatusDetails, bounce) => {
    expect(reading(event({ messageId: ID, status, deliveryStatusDetails }))).toMatchObject({
      reports: [{ reference: ID, ...(bounce && { bounce }) }],
    })
  })

  it('that cannot be read is counted beside its neighbours, and events of other kinds are passed over', () => {
    const opened = event({ messageId: ID }, 'Microsoft.Communication.EmailEngagementTrackingReportReceived')
    const unreadable = [
      event({ status: 'Delivered' }),
      event({ messageId: 'x' }),
      event(null),
      event({ messageId: ID, status: 7 }),
    ]
    expect(reading(...unreadable, opened, event({ messageId: ID.toUpperCase(), status: 'Failed' }))).toEqual({
      kind: 'reports',
      reports: [{ reference: ID, receipt: { kind: 'failed', status: 'Email_Failed', code: 'Failed' } }],
      unreadable: 4,
    })
  })

  it('of mail that nobody knows is counted', async () => {
    const receipt = { kind: 'delivered', atMs: NOW_MS } as const
    const reports = [crypto.randomUUID(), crypto.randomUUID()].map((reference) => ({ reference, receipt }))
    expect(await receiveAllByReference({ env, bounceListeners: [] }, 'acs', reports)).toBe(2)
    expect(await receiveAllByReference({ env, bounceListeners: [] }, 'acs', [])).toBe(0)
  })
})

describe('the handshake', () => {
  const HANDSHAKE = 'Microsoft.EventGrid.SubscriptionValidationEvent'

  it('is told from reports', () => {
    expect(reading(event({ validationCode: 'abc' }, HANDSHAKE))).toEqual({ kind: 'handshake', validationCode: 'abc' })
    for (const data of [{}, null, { validationCode: '' }]) expect(reading(event(data, HANDSHAKE))).toBe('malformed')
  })
})

describe('a body', () => {
  it('that is no list of events is refused', () => {
    for (const body of [undefined, null, {}, [], [{}], ['x'], [event({}), 1]])
      expect(readEvents(body, NOW_MS)).toEqual({ ok: false, failure: 'malformed' })
  })
})
