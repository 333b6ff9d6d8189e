import { beforeAll, describe, expect, it } from 'vitest'
import { listIn } from '../../support/api/answer.ts'
import { arrived } from '../support.ts'
import { emailOrder, ended, order, placed, tokenOfSeveral } from './several.ts'
import { getOrder } from './support.ts'

let token: string
beforeAll(async () => {
  token = await tokenOfSeveral()
})

describe('an order to a thousand recipients', () => {
  const someone = (index: number) => ({ emailAddress: `nr${index}.${crypto.randomUUID().slice(0, 8)}@example.com` })

  it('is accepted, and one of a thousand and one is not', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => someone(index))
    const requestedSendTime = new Date(Date.now() + 3_600_000).toISOString()
    const orderId = await placed('/email', emailOrder(many(1_000), { requestedSendTime }))
    expect(listIn((await getOrder(orderId, token)).json.recipients)).toHaveLength(1_000)
    const refused = await order('/email', emailOrder(many(1_001), { requestedSendTime }))
    expect([refused.status, Object.keys(Object(refused.json.errors))]).toEqual([400, ['Recipients']])
  })

  it('sends to each of 200 once, and ends when the last has ended', async () => {
    const recipients = Array.from({ length: 200 }, (_, index) => someone(index))
    const orderId = await placed('/email', emailOrder(recipients))
    const { json } = await ended(orderId, 'Order_Completed', 60_000)
    expect(listIn(json.recipients).map(({ destination, attempts = 1 }) => [destination, attempts])).toEqual(
      recipients.map(({ emailAddress }) => [emailAddress, 1]),
    )
    const messages = await arrived(orderId)
    expect(messages.map(({ to }) => String(to)).sort()).toEqual(
      recipients.map(({ emailAddress }) => emailAddress).sort(),
    )
  }, 90_000)
})
