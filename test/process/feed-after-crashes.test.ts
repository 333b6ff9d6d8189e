import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { shipmentIdOf } from '../support/api/answer.ts'
import { smsRequest } from '../support/api/requests.ts'
import { Service } from '../support/api/service.ts'
import { type DevServer, startDevServer } from '../support/dev-server.ts'

const SHIPMENTS_A_ROUND = 40
/** How many of a round have been accepted when its power cut comes: the others are on their way. */
const CUTS_AFTER = [24, 12, 6]
/** How far apart messages are sent: far enough that some are final, and others not begun, when the power is cut. */
const APART_MS = 15

const ACCEPTED_IN_TIME = { interval: 5 }

/** Some that are delivered, some that fail, one that is tried again and one that reports twice. */
const RECIPIENTS = ['+4791000001', '+4799990003', '+4799990002', '+4799990010', '+4799990012']

const email = (reference: string) => ({
  idempotencyId: crypto.randomUUID(),
  sendersReference: reference,
  recipient: {
    recipientEmail: {
      emailAddress: 'ola@example.com',
      emailSettings: { subject: 'Et brev', body: 'Les det.' },
    },
  },
})

let persistTo = ''
let server: DevServer | undefined
/** Of each try: a feed that has an earlier one's entries is another. */
beforeEach(async () => {
  persistTo = await mkdtemp(join(tmpdir(), 'straks-feed-'))
})
afterEach(async () => {
  await server?.stop()
  await rm(persistTo, { recursive: true, force: true, maxRetries: 5 })
})

describe('the feed', () => {
  it('agrees entry for entry with the ledgers after power cuts', async () => {
    const shipmentIds: string[] = []
    let token = ''
    for (const [round, cutAfter] of CUTS_AFTER.entries()) {
      server = await startDevServer({ persistTo, vars: { RECEIPT_GRACE_SECONDS: '1' } })
      token ||= await Service.at(server).token()
      const client = Service.at(server).clientWith(token)
      // What the power cut takes with it fails: a client would send it again.
      const settled = Promise.allSettled(
        Array.from({ length: SHIPMENTS_A_ROUND }, async (_, index) => {
          await new Promise((resolve) => setTimeout(resolve, index * APART_MS))
          const phoneNumber = RECIPIENTS[index % RECIPIENTS.length] ?? ''
          const answer = await (index % 2 === 0
            ? client.sms(smsRequest({ recipient: { phoneNumber } }))
            : client.order(email(`round ${round}`)))
          if (answer.status === 201) shipmentIds.push(shipmentIdOf(answer))
        }),
      )
      const before = shipmentIds.length
      await expect.poll(() => shipmentIds.length - before, ACCEPTED_IN_TIME).toBeGreaterThanOrEqual(cutAfter)
      await server.kill()
      await settled
    }
    const last = await startDevServer({ persistTo, vars: { RECEIPT_GRACE_SECONDS: '1' } })
    server = last
    const client = Service.at(last).clientWith(token)
    const feed = () => client.feed(0)
    const isIn = async () => {
      const entries = await feed()
      return shipmentIds.filter((id) => !entries.some(({ shipmentId }) => shipmentId === id))
    }
    await expect.poll(isIn, { timeout: 60_000, interval: 500 }).toEqual([])

    const entries = await feed()
    expect(entries.map(({ sequenceNumber }) => sequenceNumber)).toEqual(entries.map((_, index) => index + 1))
    expect(new Set(entries.map(({ shipmentId }) => shipmentId)).size).toBe(entries.length)
    for (const entry of entries) {
      const shipment = Object((await client.shipment(String(entry.shipmentId))).json)
      const isInstant = shipment.type === 'Instant'
      expect(entry).toMatchObject({
        shipmentType: shipment.type,
        status: isInstant ? 'Order_Completed' : shipment.status,
        recipients: shipment.recipients.map((recipient: { destination: string; status: string }) => ({
          destination: recipient.destination,
          status: recipient.status,
        })),
      })
    }
  })
})
