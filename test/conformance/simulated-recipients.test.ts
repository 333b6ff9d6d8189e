import { beforeAll, describe, expect, it } from 'vitest'
import {
  arrived,
  emailRequest,
  eventually,
  getShipment,
  postEmail,
  postSms,
  reaches,
  shipmentIdOf,
  smsRequest,
  tokenFor,
} from './support.ts'

let token: string
beforeAll(async () => {
  token = await tokenFor()
})

const sms = async (lastTwo: string, timeToLiveInSeconds = 60) =>
  shipmentIdOf(
    await postSms(smsRequest({ recipient: { phoneNumber: `+47999900${lastTwo}`, timeToLiveInSeconds } }), token),
  )

const email = async (name: string) =>
  shipmentIdOf(await postEmail(emailRequest({ recipient: { emailAddress: `${name}@simulator.test` } }), token))

// Side by side: most of their time is spent waiting for a receipt or for time to run out.
describe.concurrent('the simulated recipients', () => {
  it.each([
    ['02', 'SMS_Failed_InvalidRecipient', 0],
    ['03', 'SMS_Failed_Undelivered', 1],
    ['04', 'SMS_Failed_Expired', 1],
    ['05', 'SMS_Failed_Rejected', 1],
    ['06', 'SMS_Failed_BarredReceiver', 1],
    ['07', 'SMS_Failed_Deleted', 1],
    ['08', 'SMS_Failed', 1],
    ['10', 'SMS_Delivered', 1],
    ['15', 'SMS_Delivered', 1],
  ])('+47999900%s ends as %s', async (lastTwo, status, messages) => {
    const shipmentId = await sms(lastTwo)
    await reaches(shipmentId, status, token)
    expect(await arrived(shipmentId)).toHaveLength(messages)
  })

  it.each([
    ['invalidformat', 'Email_Failed_InvalidFormat', 0],
    ['bounced', 'Email_Failed_Bounced', 1],
    ['filteredspam', 'Email_Failed_FilteredSpam', 1],
    ['quarantined', 'Email_Failed_Quarantined', 1],
    ['suppressed', 'Email_Failed_SuppressedRecipient', 1],
    ['failed', 'Email_Failed', 1],
    ['flaky', 'Email_Delivered', 1],
    ['slow', 'Email_Delivered', 1],
    ['Anyone.Else', 'Email_Delivered', 1],
  ])('%s@simulator.test ends as %s', async (name, status, messages) => {
    const shipmentId = await email(name)
    await reaches(shipmentId, status, token)
    expect(await arrived(shipmentId)).toHaveLength(messages)
  })

  it.each(['12', '13'])('+47999900%s, whose receipts repeat or come out of order, stays delivered', async (lastTwo) => {
    const shipmentId = await sms(lastTwo)
    const delivered = await reaches(shipmentId, 'SMS_Delivered', token)
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect((await getShipment(shipmentId, token)).json).toEqual(delivered.json)
    expect(await arrived(shipmentId)).toHaveLength(1)
  })

  it('+4799990009, which never reports, is accepted until time is out', async () => {
    const shipmentId = await sms('09', 6)
    await reaches(shipmentId, 'SMS_Accepted', token)
    await reaches(shipmentId, 'SMS_Failed_TTL', token)
  })

  it('silent@simulator.test, which never reports, is with its provider', async () => {
    await reaches(await email('silent'), 'Email_Succeeded', token)
  })

  it('+4799990014, which reports long after its time, does not come back to life', async () => {
    const shipmentId = await sms('14', 1)
    await reaches(shipmentId, 'SMS_Failed_TTL', token)
    await new Promise((resolve) => setTimeout(resolve, 2_500))
    expect((await getShipment(shipmentId, token)).json.status).toBe('SMS_Failed_TTL')
  })

  it('show the same status in the inbox', async () => {
    const shipmentId = await sms('03')
    const [message] = await eventually(
      () => arrived(shipmentId),
      ([first]) => first?.status === 'SMS_Failed_Undelivered',
    )
    expect(message).toMatchObject({ simulated: false, channel: 'sms' })
  })
})

describe('the time-to-live', () => {
  it('ends an SMS that no provider takes at its second, and no attempt follows', async () => {
    const startedAtMs = Date.now()
    const shipmentId = await sms('11', 3)
    const manifest = await reaches(shipmentId, 'SMS_Failed_TTL', token)
    const tookMs = Date.parse(String(manifest.json.lastUpdate)) - startedAtMs
    expect(tookMs).toBeGreaterThanOrEqual(3_000)
    expect(tookMs).toBeLessThan(10_000)
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect((await getShipment(shipmentId, token)).json).toEqual(manifest.json)
    expect(await arrived(shipmentId)).toEqual([])
  })
})
