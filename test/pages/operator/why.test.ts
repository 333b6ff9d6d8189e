import { describe, expect, it } from 'vitest'
import type { ShipmentWithTimeline, TimelineEvent } from '../../../worker/public/operator/model/answers.ts'
import { whyText } from '../../../worker/public/operator/views/why.ts'

const at = '2026-11-26T12:30:45.000Z'

const answered = (outcome: 'taken' | 'refused' | 'unavailable' | 'uncertain', code?: string): TimelineEvent => ({
  at,
  event: 'answered',
  attempt: 3,
  provider: 'link',
  outcome,
  ...(code !== undefined && { code }),
})

const claimed: TimelineEvent = { at, event: 'claimed', attempt: 3 }
const asked: TimelineEvent = { at, event: 'asked', attempt: 3, provider: 'link' }

const delivery = (status: ShipmentWithTimeline['deliveries'][number]['status']) => ({
  ...({ reference: 'r', type: 'SMS', destination: '+4791000001', status, lastUpdate: at, attempts: 3 } as const),
  provider: 'link',
  simulated: undefined,
  uncertain: undefined,
  expiresAt: at,
  waitsUntil: undefined,
})

type Status = Parameters<typeof delivery>[0]

const shipment = (
  status: string,
  timeline: readonly TimelineEvent[],
  deliveries = status.startsWith('Order_') ? [] : [delivery(status as Status)],
): ShipmentWithTimeline => ({
  shipmentId: 'caa7f1c0-9d7b-8e56-8d3f-5350f4eb9301',
  organization: 'ttd',
  type: 'Instant',
  channel: 'sms',
  status,
  recipient: '+4791000001',
  sendersReference: undefined,
  acceptedAt: at,
  dueAt: at,
  lastUpdate: at,
  deliveries,
  timeline: [...timeline],
})

const receipt = (says: 'delivered' | 'accepted' | 'SMS_Failed_Rejected', code?: string): TimelineEvent => ({
  at,
  event: 'receipt',
  provider: 'link',
  says,
  ...(code !== undefined && { code }),
})

const LOOKED: TimelineEvent = { at, event: 'operator', who: 'desk', action: 'look', outcome: 'found' }

describe('why a message is where it is', () => {
  it.each([
    ['SMS_Delivered', [answered('taken'), receipt('delivered')], 'link reported that it was delivered.'],
    ['SMS_Delivered', [answered('taken')], 'link took it, and never reports'],
    ['SMS_Failed_Rejected', [answered('taken'), receipt('SMS_Failed_Rejected', '5')], 'reported later: Rejected (5).'],
    ['SMS_Failed_InvalidRecipient', [answered('refused', '21211')], 'link refused it: Invalid number (21211).'],
    ['SMS_Failed_TTL', [answered('taken'), receipt('accepted')], 'never reported before its time was out'],
    ['SMS_Failed_TTL', [answered('unavailable', '503')], 'in 3 attempts. The last answer was that link is away (503)'],
    ['SMS_Failed_TTL', [answered('uncertain')], 'never answered, and may have it'],
    ['SMS_Failed_TTL', [answered('uncertain'), answered('unavailable')], 'never answered, and may have it'],
    ['SMS_Failed_TTL', [answered('taken'), answered('unavailable')], 'never reported before its time was out'],
    ['SMS_Failed_TTL', [], 'before it was tried'],
    ['SMS_Failed', [{ at, event: 'given-up', reason: 'operator' }], 'An operator gave it up.'],
    ['SMS_Failed', [{ at, event: 'given-up', reason: 'cancelled' }], 'It was cancelled.'],
    ['SMS_Failed', [{ at, event: 'given-up', reason: 'erased' }], 'its recipient was erased'],
    ['SMS_Failed', [{ at, event: 'given-up', reason: 'dead-letter' }], 'No worker could handle it: dead-letter'],
    ['Email_Failed_SuppressedRecipient', [], 'without being sent: Recipient is suppressed.'],
    ['SMS_Sending', [answered('unavailable'), { at, event: 'waits', until: at }], 'link was away'],
    ['SMS_Sending', [answered('unavailable'), { at, event: 'waits', until: at }, LOOKED], 'link was away'],
    ['SMS_Sending', [claimed, { at, event: 'waits', until: at }], 'no provider was asked'],
    ['SMS_Sending', [answered('unavailable'), claimed, { at, event: 'waits', until: at }], 'no provider was asked'],
    ['SMS_Sending', [claimed, asked, answered('unavailable'), { at, event: 'waits', until: at }], 'link was away'],
    ['SMS_Sending', [claimed], 'It is being tried.'],
    ['SMS_Sending', [answered('uncertain'), LOOKED], 'link did not answer and may have it.'],
    ['SMS_Sending', [answered('uncertain'), { at, event: 'waits', until: at }], 'did not say whether it has it.'],
    ['SMS_Sending', [answered('uncertain'), { at, event: 'waits', until: at }, claimed, asked], 'It is being tried.'],
    [
      'SMS_Sending',
      [claimed, answered('unavailable', 'left-alone'), { at, event: 'waits', until: at }],
      'has asked to be left alone',
    ],
    ['SMS_Accepted', [answered('uncertain'), receipt('accepted')], 'link has it, and has not reported yet.'],
    ['SMS_Accepted', [answered('taken')], 'link has it, and has not reported yet.'],
    ['Order_Registered', [{ at, event: 'accepted' }], 'It waits for its time.'],
    ['Order_Processing', [{ at, event: 'postponed', obstacle: 'register-unavailable' }], 'the register did not answer'],
    ['Order_Cancelled', [], 'It was cancelled.'],
    ['Order_Completed', [], 'All of its messages have ended.'],
  ] as const)('%s, as its timeline says', (status, timeline, sentence) => {
    expect(whyText(shipment(status, timeline), 'en')).toContain(sentence)
  })

  it('is that of its one message, where an order has one', () => {
    const one = shipment('Order_Completed', [answered('refused')], [delivery('SMS_Failed_InvalidRecipient')])
    expect(whyText(one, 'nb')).toBe('link avviste den: Ugyldig nummer.')
  })
})
