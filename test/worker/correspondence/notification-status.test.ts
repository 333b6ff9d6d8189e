import { describe, expect, it } from 'vitest'
import { notificationStatus } from '../../../worker/correspondence/notification-status.ts'
import type { ShipmentView } from '../../../worker/ledger/contract.ts'

type Delivery = ShipmentView['deliveries'][number]

const T0 = 1_000_000

const delivery = (status: Delivery['status'], waitsUntilMs?: number): Delivery => ({
  channel: status.startsWith('SMS') ? 'sms' : 'email',
  destination: 'somewhere',
  status,
  lastUpdateMs: T0,
  simulated: false,
  attempts: 1,
  isUncertain: false,
  waitsUntilMs,
})

const shipment = (status: ShipmentView['status'], ...deliveries: readonly Delivery[]): ShipmentView => ({
  type: 'Notification',
  sendersReference: undefined,
  status,
  lastUpdateMs: T0,
  dueMs: T0,
  deliveries,
})

const registered = shipment('Order_Registered')
const processed = (...deliveries: readonly Delivery[]) => shipment('Order_Processed', ...deliveries)

describe('a notification', () => {
  it.each<[string, ShipmentView | undefined, string]>([
    ['is planned before it is ordered', undefined, 'planned'],
    ['is planned until it falls due', registered, 'planned'],
    ['is planned while it is being sent', processed(delivery('Email_Sending')), 'planned'],
    ['waits for the window', processed(delivery('SMS_New', T0 + 1)), 'waitingForWindow'],
    ['no longer waits once the window is open', processed(delivery('SMS_New', T0)), 'planned'],
    ['is sent once a provider has it', processed(delivery('SMS_Accepted')), 'sent'],
    ['is delivered', processed(delivery('Email_Delivered')), 'delivered'],
    [
      'is delivered where one of two is',
      processed(delivery('Email_Failed_Bounced'), delivery('SMS_Delivered')),
      'delivered',
    ],
    [
      'is sent where the other still waits',
      processed(delivery('Email_Succeeded'), delivery('SMS_New', T0 + 1)),
      'sent',
    ],
    [
      'waits where the other has failed',
      processed(delivery('Email_Failed'), delivery('SMS_New', T0 + 1)),
      'waitingForWindow',
    ],
    ['has failed where all have', processed(delivery('Email_Failed'), delivery('SMS_Failed_TTL')), 'failed'],
    ['found no address', processed(delivery('SMS_Failed_RecipientNotIdentified')), 'missingContact'],
    ['is for someone who has declined', processed(delivery('Email_Failed_RecipientReserved')), 'reserved'],
    ['was taken back', shipment('Order_Cancelled'), 'cancelled'],
    ['was not wanted any more', shipment('Order_SendConditionNotMet'), 'cancelled'],
  ])('%s', (_what, view, status) => {
    expect(notificationStatus(view, false, T0)).toBe(status)
  })

  it('of a message that is gone is cancelled, unless it has been sent', () => {
    for (const view of [undefined, registered, processed(delivery('SMS_New', T0 + 1))])
      expect(notificationStatus(view, true, T0)).toBe('cancelled')
    expect(notificationStatus(processed(delivery('Email_Delivered')), true, T0)).toBe('delivered')
    expect(notificationStatus(processed(delivery('Email_Failed')), true, T0)).toBe('failed')
  })
})
