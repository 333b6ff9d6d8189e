import { ListedOrderAnswer } from '@straks/shared/answers'
import { beforeAll, describe, expect, it } from 'vitest'
import { send } from '#client'
import { listIn } from '../../support/api/answer.ts'
import { eventually, getShipment, someAddress, someNumber } from '../support.ts'
import { destinations, emailOrder, ended, order, organization, person, smsOrder, tokenOfSeveral } from './several.ts'
import { someOrganizationNumber } from './support.ts'

let token: string
beforeAll(async () => {
  token = await tokenOfSeveral()
})

describe('the look-up of recipients', () => {
  it.each([
    ['Success', { email: 'ola@example.com' }, 'none'],
    ['Failed', { email: 'ola@example.com', reserved: true }, 'isReserved'],
    ['Failed', { mobile: '+4799999999' }, 'missingContact'],
  ])('is %s for a person with %j, who is listed under %s', async (status, party, list) => {
    const number = await person(party)
    const { json } = await order('/email', emailOrder([{ nationalIdentityNumber: number }]))
    const lists = {
      isReserved: [] as string[],
      missingContact: [] as string[],
      ...(list !== 'none' && { [list]: [number] }),
    }
    expect(json).toEqual({ orderId: expect.any(String), recipientLookup: { status, ...lists } })
    expect(ListedOrderAnswer().safeParse(json).success).toBe(true)
  })

  it('is a partial success where some can be reached, and the order is accepted all the same', async () => {
    const reached = await organization({ mobiles: [someNumber()] })
    const missing = someOrganizationNumber()
    const reserved = await person({ mobile: someNumber(), reserved: true })
    const recipients = [
      { organizationNumber: reached },
      { organizationNumber: missing },
      { nationalIdentityNumber: reserved },
      { mobileNumber: someNumber() },
    ]
    const { json } = await order('/sms', smsOrder(recipients))
    expect(json.recipientLookup).toEqual({
      status: 'PartialSuccess',
      isReserved: [reserved],
      missingContact: [missing],
    })
    expect((await destinations(String(json.orderId))).map((told) => told.split(' ').at(-1))).toEqual([
      'SMS_Delivered',
      'SMS_Failed_RecipientNotIdentified',
      'SMS_Failed_RecipientReserved',
      'SMS_Delivered',
    ])
  })

  it('names a reserved person whom the order reaches all the same', async () => {
    const email = someAddress()
    const number = await person({ email, reserved: true })
    const { json } = await order(
      '/email',
      emailOrder([{ nationalIdentityNumber: number }], { ignoreReservation: true }),
    )
    expect(json.recipientLookup).toMatchObject({ isReserved: [number] })
    expect(await destinations(String(json.orderId))).toEqual([`Email ${email} Email_Delivered`])
  })

  it('is left out while the register is away, which keeps no address waiting', async () => {
    const [address, later] = [someAddress(), someAddress()]
    const number = await person({ email: later })
    await send('/dev/register/availability', { method: 'PUT', body: JSON.stringify({ available: false }) })
    let orderId = ''
    try {
      const { status, json } = await order(
        '/email',
        emailOrder([{ nationalIdentityNumber: number }, { emailAddress: address }]),
      )
      orderId = String(json.orderId)
      expect([status, json]).toEqual([202, { orderId }])
      const reached = await eventually(
        () => getShipment(orderId, token),
        ({ json }) => JSON.stringify(json).includes('Email_Delivered'),
      )
      expect(reached.json).toMatchObject({ status: 'Order_Processing', recipients: [{ destination: address }] })
    } finally {
      await send('/dev/register/availability', { method: 'PUT', body: JSON.stringify({ available: true }) })
    }
    const { json } = await ended(orderId)
    expect(listIn(json.recipients).map(({ destination }) => destination)).toEqual([address, later])
  })
})
