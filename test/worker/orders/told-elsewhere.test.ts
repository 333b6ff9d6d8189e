import { describe, expect, it } from 'vitest'
import type { OrderedRecipient, ShipmentPlan } from '../../../worker/domain/order.ts'
import { isToldElsewhere } from '../../../worker/orders/told-elsewhere.ts'
import { Limiter } from '../../../worker/platform/limiter.ts'
import { type Lookup, registerOf } from '../../../worker/registers/register.ts'

const ORGANIZATION: OrderedRecipient = {
  kind: 'organization',
  organizationNumber: '991825827',
  resourceId: undefined,
  resourceAction: undefined,
}

const EMAIL = 'post@example.com'
const MOBILE = '+4799999101'

const PLAN: ShipmentPlan = {
  type: 'Notification',
  sendersReference: undefined,
  dueMs: 0,
  recipient: { kind: 'email', emailAddress: EMAIL.toUpperCase() },
  channel: 'Email',
  smsPolicy: 'Daytime',
  condition: undefined,
  unlessTold: { recipient: ORGANIZATION, channel: 'EmailPreferred' },
  texts: {},
  keywords: {},
}

const found: Lookup = {
  kind: 'found',
  party: { name: 'Eksempeldirektoratet', emails: [EMAIL], mobiles: ['99999101'], reserved: false },
}

type Case = { plan?: Partial<ShipmentPlan>; lookup?: Lookup; failedLookups?: number; gone?: readonly string[] }

const ask = ({ plan = {}, lookup = found, failedLookups = 0, gone = [] }: Case) => {
  const shipment = {
    address: { orderKey: 'ab', number: 1 },
    plan: { ...PLAN, ...plan },
    unansweredConditions: 0,
    failedLookups,
    left: undefined,
    traceId: '',
  }
  const register = registerOf(async (queries) => queries.map(() => lookup))
  return isToldElsewhere(shipment, register, new Limiter(1), async () => (_, address) => {
    return gone.includes(address) ? 'suppressed' : undefined
  })
}

const toMobile = (channel: 'EmailPreferred' | 'EmailAndSms'): Partial<ShipmentPlan> => ({
  recipient: { kind: 'sms', phoneNumber: MOBILE },
  unlessTold: { recipient: ORGANIZATION, channel },
})

describe('an address that is among those of a party who is told too', () => {
  it.each<[string, Case, boolean]>([
    ['is told elsewhere, in any letter case', {}, true],
    ['in another channel is not', { plan: toMobile('EmailPreferred') }, false],
    ['in the second of two channels is', { plan: toMobile('EmailAndSms') }, true],
    ['is not where mail to it came back, so that the other channel is used', { gone: [EMAIL] }, false],
    ['is then told by that other channel', { gone: [EMAIL], plan: toMobile('EmailPreferred') }, true],
    ['is not where the register does not know the party', { lookup: { kind: 'unknown' } }, false],
    ['is not where no party is named', { plan: { unlessTold: undefined } }, false],
  ])('%s', async (_which, given, expected) => {
    expect(await ask(given)).toBe(expected)
  })

  it('waits for a register that is away, and not for ever', async () => {
    const lookup: Lookup = { kind: 'unavailable' }
    expect(await ask({ lookup })).toBe('unavailable')
    expect(await ask({ lookup, failedLookups: 6 })).toBe('unavailable')
    expect(await ask({ lookup, failedLookups: 7 })).toBe(false)
  })
})
