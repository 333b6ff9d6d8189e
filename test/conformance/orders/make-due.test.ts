import { describe, expect, it } from 'vitest'
import { send } from '#client'

const makeDue = (shipmentId: string, query = '') => send(`/dev/shipments/${shipmentId}/due${query}`, { method: 'POST' })

/** An order of the test organisation for a day far away, with a reminder. */
async function orderForLater() {
  const token = Object(await (await send('/dev/token', { method: 'POST' })).json()).access_token
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const emailSettings = { subject: 'Later', body: 'This comes later.' }
  const recipientEmail = { emailAddress: 'later@example.com', emailSettings }
  const answer = await send('/notifications/api/v1/future/orders', {
    method: 'POST',
    headers,
    body: JSON.stringify({
      idempotencyId: crypto.randomUUID(),
      requestedSendTime: '2099-12-01T09:00:00Z',
      recipient: { recipientEmail },
      reminders: [{ delayDays: 7, recipient: { recipientEmail } }],
    }),
  })
  const { notification } = Object(await answer.json())
  const statusOf = async (id: string) =>
    Object(await (await send(`/notifications/api/v1/future/shipment/${id}`, { headers })).json()).status
  return { main: String(notification.shipmentId), reminder: String(notification.reminders[0].shipmentId), statusOf }
}

/** docs/development.md. */
describe('a shipment that waits', () => {
  it('is sent at once where it is made due, its reminder too, and has then ended', async () => {
    const { main, reminder, statusOf } = await orderForLater()
    for (const id of [main, reminder]) {
      expect(await statusOf(id)).toBe('Order_Registered')
      expect((await makeDue(id)).status).toBe(204)
      await expect.poll(() => statusOf(id)).toBe('Order_Completed')
      expect((await makeDue(id)).status).toBe(409)
    }
  })

  it('is not found under another organisation, nor where there is none', async () => {
    const { main, statusOf } = await orderForLater()
    expect((await makeDue(main, '?org=nav')).status).toBe(404)
    expect((await makeDue('nothing')).status).toBe(404)
    expect(await statusOf(main)).toBe('Order_Registered')
  })
})
