import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientOf, localToken, messagesOf, someSms } from '../support/client.ts'
import { type DevServer, startDevServer } from '../support/dev-server.ts'
import { SmsGateway } from './providers/sms-gateway.ts'

const LISTED = '+4791000001'
const OTHER = '+4791000002'

const gateway = new SmsGateway()
let server: DevServer
let client: ReturnType<typeof clientOf>

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
      ENVIRONMENT: 'staging',
      SMS_PROVIDERS: 'link',
      SMS_ALLOW_LIST: `${LISTED}, +47 910 00 003`,
      LINK_URL: gateway.url,
      LINK_USERNAME: 'straks',
      LINK_PASSWORD: 'hemmelig',
      LINK_REPORT_USERNAME: 'rapport',
      LINK_REPORT_PASSWORD: 'rapport-passord',
    },
  })
  client = clientOf(server, await localToken(server))
})
afterAll(async () => {
  await server.stop()
  gateway.close()
})

describe('outside production, an SMS', () => {
  it.each([LISTED, '+4791000003'])('to %s, which is on the list, goes to the provider', async (number) => {
    const { shipmentId } = await client.sendSms(someSms({ phoneNumber: number }))
    await expect.poll(() => gateway.submitted.map(({ receiver }) => receiver)).toContain(number.slice(1))
    expect(await messagesOf(server, shipmentId)).toEqual([])
  })

  it.each(['instant', 'ordinary'])(
    'to any other number, as an %s one, goes to the simulator, and its shipment says so',
    async (kind) => {
      const { status, shipmentId } =
        kind === 'instant' ? await client.sendSms(someSms({ phoneNumber: OTHER })) : await client.order(order(OTHER))
      expect(status).toBe(201)
      await expect
        .poll(() => client.shipment(shipmentId), { timeout: 10_000 })
        .toMatchObject({ recipients: [{ destination: OTHER, status: 'SMS_Delivered', simulated: true }] })
      expect(await messagesOf(server, shipmentId)).toMatchObject([
        { to: OTHER, simulated: true, status: 'SMS_Delivered' },
      ])
      expect(gateway.submitted.map(({ receiver }) => receiver)).not.toContain(OTHER.slice(1))
    },
  )
})
