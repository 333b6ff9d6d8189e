import { expect, it } from 'vitest'
import type { InboxMessage } from '../../../worker/providers/inbox/inbox-message.ts'
import { initialState } from '../../../worker/public/inbox/model/page-state.ts'
import { withEvent, withList } from '../../../worker/public/inbox/model/transitions.ts'

const RECEIVED_AT = '2031-03-03T12:00:00Z'

/** An SMS to a phone of its own. */
const message = (id: string): InboxMessage => ({
  id,
  channel: 'sms',
  to: `+479999${id}`,
  from: 'Straks',
  body: 'Hei',
  shipmentId: id,
  receivedAt: RECEIVED_AT,
  status: 'SMS_Delivered',
  simulated: false,
  timeline: [{ status: 'SMS_Delivered', at: RECEIVED_AT }],
})

it('an inbox that is filled again marks as unread what was unread when it was emptied, and no more', () => {
  const all = ['0003', '0002', '0001'].map(message)
  const read = withList(initialState('en'), all.slice(1), [])
  const arrived = withEvent({ ...read, chosenNumber: '+4799990001' }, { kind: 'message', message: message('0003') })
  expect([...arrived.unread]).toEqual(['0003'])
  const restored = withEvent(withEvent(arrived, { kind: 'emptied' }), { kind: 'restored' })
  const listed = withList({ ...restored, chosenNumber: '+4799990001' }, all, [])
  expect([...listed.unread]).toEqual(['0003'])
})
