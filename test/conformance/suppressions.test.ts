import { beforeEach, describe, expect, it } from 'vitest'
import { listIn } from '../support/api/answer.ts'
import { as, emailRequest, eventually, someOrganization, tokenFor } from './support.ts'

const SUPPRESSIONS = '/straks/v1/suppressions'
const GONE = 'bounced@simulator.test'

const order = () => ({
  idempotencyId: crypto.randomUUID(),
  recipient: {
    recipientEmail: { emailAddress: GONE, emailSettings: { subject: 'Nytt brev', body: 'Du har fått et brev.' } },
  },
})

let token: string
let other: string
beforeEach(async () => {
  token = await tokenFor({ org: someOrganization() })
  other = await tokenFor({ org: someOrganization() })
})

const list = async (path = SUPPRESSIONS) => listIn((await as(token).ask('GET', path)).json.items)

/** What the one message of an order ends as. */
async function endOf(client: ReturnType<typeof as>): Promise<unknown> {
  const shipmentId = await client.sendOrder(order())
  const { json } = await eventually(
    () => client.shipment(shipmentId),
    ({ json }) => /Failed|Delivered/.test(JSON.stringify(json.recipients)),
  )
  return listIn(json.recipients)[0]
}

describe('an address that mail has come back from', () => {
  it('is not mailed again by that organisation until it is taken off the list; a one-time code passes', async () => {
    expect(await list()).toEqual([])
    const first = await as(token).sendEmail(emailRequest({ recipient: { emailAddress: GONE } }))
    expect(await as(token).settles(first)).toBe('Email_Failed_Bounced')
    const [entry] = await eventually(list, (items) => items.length === 1)
    expect(entry).toMatchObject({ reason: 'hard-bounce', since: expect.any(String), until: expect.any(String) })
    expect(JSON.stringify(entry)).not.toContain('bounced@')

    // What a process knows of the list is a second old at the most.
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    expect(await endOf(as(token))).toMatchObject({ status: 'Email_Failed_SuppressedRecipient', reason: 'suppressed' })
    expect(await endOf(as(other))).toMatchObject({ status: 'Email_Failed_Bounced' })
    const code = await as(token).sendEmail(emailRequest({ recipient: { emailAddress: GONE } }))
    expect(await as(token).settles(code)).toBe('Email_Failed_Bounced')

    const found = await as(token).ask('POST', `${SUPPRESSIONS}/find`, { emailAddress: 'BOUNCED@simulator.test' })
    expect(listIn(found.json.items)).toMatchObject([{ id: entry?.id }])
    expect(await as(other).ask('DELETE', `${SUPPRESSIONS}/${entry?.id}`)).toMatchObject({ status: 404 })
    expect(await list()).toHaveLength(1)
    expect(await as(token).ask('DELETE', `${SUPPRESSIONS}/${entry?.id}`)).toMatchObject({ status: 204 })
    expect(await as(token).ask('DELETE', `${SUPPRESSIONS}/${entry?.id}`)).toMatchObject({ status: 404 })
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    expect(await endOf(as(token))).toMatchObject({ status: 'Email_Failed_Bounced' })
  })
})
