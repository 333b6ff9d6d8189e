import { beforeAll, describe, expect, it } from 'vitest'
import { send } from '#client'
import { putParty, someOrganizationNumber } from '../orders/support.ts'
import { eventually, someNumber } from '../support.ts'
import { details, initialised, messageRequest, notificationsIn, ownTexts, tokens } from './messages.ts'

let sender: string
beforeAll(async () => {
  sender = (await tokens()).sender
})

type Members = Record<string, unknown>

const REMINDING = {
  sendReminder: true,
  reminderEmailSubject: 'Påminnelse',
  reminderEmailBody: 'Du har en ulest melding.',
  reminderSmsBody: 'Du har en ulest melding.',
}

const CANCELLED = 'Order_SendConditionNotMet'

/** What became of each notification that a message has, once all of them were due; those to its recipient come first. */
async function told(recipient: string, notification: Members) {
  const request = messageRequest({ notification: ownTexts(notification), request: { recipients: [recipient] } })
  const id = await initialised(request, sender)
  const all = async () => notificationsIn(await details(id, sender))
  const isOver = (one: Members) => /Completed|NotMet|Processed/.test(String(Object(one.processingStatus).status))
  for (let phase = 0; phase < 2; phase++) {
    const placed = await eventually(all, (rows) => rows.every((row) => row.status !== null))
    for (const one of placed)
      await eventually(
        () => send(`/dev/shipments/${one.id}/due`, { method: 'POST' }),
        ({ status }) => status === 204 || status === 409,
      )
    await eventually(all, (rows) => rows.every(isOver))
  }
  return (await all()).map((row) => {
    const { processingStatus, recipient: party, isReminder } = row
    const { emailAddress, mobileNumber } = Object(party)
    const isTold = Object(processingStatus).status !== CANCELLED
    return [emailAddress ?? mobileNumber ?? 'organisation', isReminder ? 'reminder' : 'main', isTold]
  })
}

describe('a custom address that is among those of the organisation, docs/altinn/correspondence.md §4.12', () => {
  const email = 'post.told-once@example.com'
  const other = 'annen.told-once@example.com'
  let organization: string
  let mobile: string
  beforeAll(async () => {
    organization = someOrganizationNumber()
    mobile = someNumber()
    await putParty(`organizations/${organization}`, { name: 'Told Once AS', emails: [email], mobiles: [mobile] })
  })
  const at = () => `0192:${organization}`
  const custom = () => [{ emailAddress: email.toUpperCase() }, { mobileNumber: mobile }, { emailAddress: other }]

  it('is told once, and any other address all the same', async () => {
    expect(await told(at(), { notificationChannel: 'EmailAndSms', customRecipients: custom() })).toEqual([
      ['organisation', 'main', true],
      [email.toUpperCase(), 'main', false],
      [mobile, 'main', false],
      [other, 'main', true],
    ])
  })

  it('is told where the organisation is told in another way in that phase', async () => {
    const notification = { ...REMINDING, notificationChannel: 'EmailPreferred', reminderNotificationChannel: 'Sms' }
    const rows = await told(at(), { ...notification, customRecipients: custom().slice(0, 2) })
    expect(rows).toEqual([
      ['organisation', 'main', true],
      ['organisation', 'reminder', true],
      [email.toUpperCase(), 'main', false],
      [email.toUpperCase(), 'reminder', true],
      [mobile, 'main', true],
      [mobile, 'reminder', false],
    ])
  })

  it('is told where the organisation itself is not', async () => {
    const notification = { overrideRegisteredContactInformation: true, customRecipients: custom().slice(0, 2) }
    expect(await told(at(), notification)).toEqual([
      [email.toUpperCase(), 'main', true],
      [mobile, 'main', true],
    ])
  })

  it('is told where the organisation has no address in the channel', async () => {
    const silent = someOrganizationNumber()
    await putParty(`organizations/${silent}`, { name: 'Bare Post AS', emails: [email], mobiles: [] })
    const rows = await told(`0192:${silent}`, {
      notificationChannel: 'Sms',
      emailSubject: 'Ny',
      customRecipients: custom(),
    })
    expect(rows.map(([, , isTold]) => isTold)).toEqual([true, true, true, true])
  })
})
