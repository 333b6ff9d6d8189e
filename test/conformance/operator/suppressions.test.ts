import { expect, it } from 'vitest'
import { listIn } from '../../support/api/answer.ts'
import { as, emailRequest, eventually, someAddress, someOrganization, tokenFor } from '../support.ts'
import { auditOf, OPERATOR, operatorClient } from './support.ts'

/** As long as a process goes by what it knows of a list, and a little more. */
const OUTDATED_MS = 1_100

const orderTo = (emailAddress: string) => ({
  idempotencyId: crypto.randomUUID(),
  recipient: {
    recipientEmail: { emailAddress, emailSettings: { subject: 'Nytt brev', body: 'Du har fått et brev.' } },
  },
})

it('an address that an operator suppresses gets one-time codes only, until that is lifted', async () => {
  const [organization, emailAddress] = [someOrganization(), someAddress()]
  const sender = as(await tokenFor({ org: organization }))
  const operator = await operatorClient()
  const steer = (path: string, whose: object) => operator.ask('POST', `${OPERATOR}/suppressions${path}`, whose)
  const whose = { organization, emailAddress }
  expect((await steer('', whose)).status).toBe(400)
  await sender.settles(await sender.sendEmail(emailRequest({ recipient: { emailAddress } })))

  const suppressed = await steer('', { organization, emailAddress: ` ${emailAddress.toUpperCase()}` })
  expect([suppressed.status, listIn(suppressed.json.items)]).toMatchObject([200, [{ reason: 'operator' }]])
  expect(listIn((await sender.ask('GET', '/straks/v1/suppressions')).json.items)).toEqual(suppressed.json.items)
  await new Promise((resolve) => setTimeout(resolve, OUTDATED_MS))
  const kept = await sender.sendOrder(orderTo(emailAddress))
  const { json } = await eventually(
    () => sender.shipment(kept),
    (answer) => JSON.stringify(answer.json.recipients).includes('Failed'),
  )
  expect(listIn(json.recipients)).toMatchObject([{ status: 'Email_Failed_SuppressedRecipient', reason: 'suppressed' }])
  const code = await sender.sendEmail(emailRequest({ recipient: { emailAddress } }))
  expect(await sender.settles(code)).toBe('Email_Delivered')

  expect(await steer('/lift', whose)).toMatchObject({ status: 200, json: { items: [] } })
  expect((await steer('/lift', whose)).status).toBe(404)
  const acts = (await auditOf(operator)).filter((entry) => entry.organization === organization)
  expect(acts.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
    'lift not-found',
    'lift done',
    'suppress done',
  ])
  expect(JSON.stringify(acts)).not.toContain(emailAddress)
})

it('what is no address, and an organisation that no one knows, are refused', async () => {
  const operator = await operatorClient()
  const refused = async (whose: object) => {
    const { status, json } = await operator.ask('POST', `${OPERATOR}/suppressions`, whose)
    return [status, Object.keys(Object(json.errors))]
  }
  expect(await refused({ organization: 'ttd', emailAddress: '+4799999999' })).toEqual([400, ['emailAddress']])
  expect(await refused({ organization: `${someOrganization()}x`, emailAddress: someAddress() })).toEqual([
    400,
    ['organization'],
  ])
  expect(await refused({ emailAddress: someAddress() })).toEqual([400, ['organization']])
})
