import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../support/api/client.ts'
import { smsRequest } from '../support/api/requests.ts'
import { Service } from '../support/api/service.ts'
import { type DevServer, startDevServer } from '../support/dev-server.ts'
import { SmsGateway } from './providers/sms-gateway.ts'

const LISTED = '+4791000001'
const ABROAD = '+358401234567'
const OTHER = '+4791000002'

const gateway = new SmsGateway()
let server: DevServer
let client: Client

const order = (phoneNumber: string) => ({
  idempotencyId: crypto.randomUUID(),
  recipient: {
    recipientSms: { phoneNumber, smsSettings: { body: 'Et nytt brev.', sendingTimePolicy: 'Anytime' } },
  },
})

beforeAll(async () => {
  await gateway.listen()
  server = await startDevServer({
    vars: {
      ENVIRONMENT: 'test',
      SMS_PROVIDERS: 'link',
      SMS_ALLOW_LIST: `${LISTED}, +47 910 00 003, ${ABROAD}`,
      SMS_SENDERS: '{"358":{"ttd":"+358400000001"}}',
      LINK_URL: gateway.url,
      LINK_USERNAME: 'straks',
      LINK_PASSWORD: 'hemmelig',
      LINK_REPORT_USERNAME: 'rapport',
      LINK_REPORT_PASSWORD: 'rapport-passord',
    },
  })
  client = await Service.at(server).client()
})
afterAll(async () => {
  await server.stop()
  gateway.close()
})

describe('outside production, an SMS', () => {
  it.each([LISTED, '+4791000003'])('to %s, which is on the list, goes to the provider', async (number) => {
    const shipmentId = await client.sendSms(smsRequest({ recipient: { phoneNumber: number } }))
    await expect.poll(() => gateway.submitted.map(({ receiver }) => receiver)).toContain(number.slice(1))
    expect(await Service.at(server).arrived(shipmentId)).toEqual([])
  })

  it.each(['instant', 'ordinary'])(
    'to a country without senders of letters comes from the organisation’s number there: %s',
    async (kind) => {
      const before = gateway.submitted.length
      if (kind === 'instant') await client.sendSms(smsRequest({ recipient: { phoneNumber: ABROAD } }))
      else await client.sendOrder(order(ABROAD))
      await expect.poll(() => gateway.submitted.length).toBe(before + 1)
      expect(gateway.submitted.at(-1)).toMatchObject({ receiver: ABROAD.slice(1), sender: '358400000001' })
    },
  )

  it.each(['instant', 'ordinary'])(
    'to any other number, as an %s one, goes to the simulator, and its shipment says so',
    async (kind) => {
      const shipmentId = await (kind === 'instant'
        ? client.sendSms(smsRequest({ recipient: { phoneNumber: OTHER } }))
        : client.sendOrder(order(OTHER)))
      await expect
        .poll(async () => (await client.shipment(shipmentId)).json)
        .toMatchObject({ recipients: [{ destination: OTHER, status: 'SMS_Delivered', simulated: true }] })
      expect(await Service.at(server).arrived(shipmentId)).toMatchObject([
        { to: OTHER, simulated: true, status: 'SMS_Delivered' },
      ])
      expect(gateway.submitted.map(({ receiver }) => receiver)).not.toContain(OTHER.slice(1))
    },
  )
})
