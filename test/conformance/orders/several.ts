import { expect } from 'vitest'
import { send } from '#client'
import { listIn, type Members } from '../../support/api/answer.ts'
import { type Answer, as, eventually, getShipment, someText, tokenFor } from '../support.ts'
import { ORDERS, putParty, someNationalIdentityNumber, someOrganizationNumber } from './support.ts'

let token: Promise<string> | undefined

/** The token of the organisation whose orders these are. */
export const tokenOfSeveral = (): Promise<string> => {
  token ??= tokenFor({ org: 'several' })
  return token
}

export const emailOrder = (recipients: readonly Members[], changes: Members = {}) => ({
  subject: 'Nytt brev',
  body: someText(),
  recipients,
  ...changes,
})

export const smsOrder = (recipients: readonly Members[], changes: Members = {}) => ({
  body: someText(),
  recipients,
  ...changes,
})

export const listedOrder = (notificationChannel: string, recipients: readonly Members[], changes: Members = {}) => ({
  notificationChannel,
  recipients,
  emailTemplate: { subject: 'Nytt brev', body: someText() },
  smsTemplate: { body: someText() },
  ...changes,
})

export const order = async (path: '' | '/email' | '/sms', body: unknown): Promise<Answer> =>
  as(await tokenOfSeveral()).ask('POST', ORDERS + path, body)

/** Places an order, which must be accepted, and gives its id. */
export async function placed(path: '' | '/email' | '/sms', body: unknown): Promise<string> {
  const { status, json } = await order(path, body)
  expect([status, json]).toEqual([202, expect.anything()])
  return String(json.orderId)
}

/** Waits until all of an order's messages have ended. At night its SMS are told not to wait for the day. */
export const ended = (orderId: string, status = 'Order_Completed', withinMs?: number): Promise<Answer> =>
  eventually(
    async () => {
      const answer = await getShipment(orderId, await tokenOfSeveral())
      if (JSON.stringify(answer.json).includes('SMS_New'))
        await send(`/dev/shipments/${orderId}/due?org=several`, { method: 'POST' })
      return answer
    },
    ({ json }) => json.status === status,
    withinMs,
  )

export async function destinations(orderId: string): Promise<readonly string[]> {
  const { json } = await ended(orderId)
  return listIn(json.recipients).map(({ type, destination, status }) => `${type} ${destination} ${status}`)
}

export async function person(party: Members): Promise<string> {
  const number = someNationalIdentityNumber()
  await putParty(`persons/${number}`, { name: 'Ola Nordmann', ...party })
  return number
}

export async function organization(party: Members): Promise<string> {
  const number = someOrganizationNumber()
  await putParty(`organizations/${number}`, { name: 'Bakeriet AS', ...party })
  return number
}
