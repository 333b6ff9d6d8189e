import { beforeAll, describe, expect, it } from 'vitest'
import { send } from '#client'
import { putParty, someOrganizationNumber } from '../orders/support.ts'
import { as, eventually } from '../support.ts'
import {
  CORRESPONDENCE,
  details,
  initialise,
  initialised,
  messageRequest,
  notificationsIn,
  tokens,
} from './messages.ts'

let sender: string
beforeAll(async () => {
  sender = (await tokens()).sender
})

/** What docs/compatibility/correspondence.md says, as far as no other file of this folder shows it. */
describe('a message, where Altinn does otherwise,', () => {
  it('may have markup in its title', async () => {
    const content = { messageTitle: '<b>Vedtak</b> & **mer**', messageBody: 'a < b' }
    expect((await initialise(messageRequest({ content }), sender)).status).toBe(200)
  })

  it('may be confidential, and have attachments that expire soon', async () => {
    const expirationTime = new Date(Date.now() + 86_400_000).toISOString()
    const content = { attachments: [{ fileName: 'vedtak.pdf', sendersReference: 'a', expirationTime }] }
    expect(
      (await initialise(messageRequest({ content, correspondence: { isConfidential: true } }), sender)).status,
    ).toBe(200)
  })

  it('has attachments whose names may have any ending', async () => {
    for (const fileName of ['vedtak.exe', 'vedtak.straks', 'vedtak']) {
      const content = { attachments: [{ fileName, sendersReference: 'a' }] }
      expect((await initialise(messageRequest({ content }), sender)).status).toBe(200)
    }
  })

  it('without an address for its reminder keeps its notification', async () => {
    const number = someOrganizationNumber()
    await putParty(`organizations/${number}`, { name: 'Bare E-post AS', emails: ['post@example.com'], mobiles: [] })
    const notification = { sendReminder: true, reminderNotificationChannel: 'Sms' }
    const request = messageRequest({ notification, request: { recipients: [`0192:${number}`] } })
    const id = await initialised(request, sender)
    const statuses = async () => {
      const rows = notificationsIn(await details(id, sender))
      for (const row of rows) await send(`/dev/shipments/${row.id}/due`, { method: 'POST' })
      return rows.map(({ status }) => status)
    }
    await eventually(statuses, ([main, reminder]) => main === 'delivered' && reminder === 'missingContact')
  })
})

describe('forwarding, archives and the routes of the older version', () => {
  it('are no routes', async () => {
    const id = await initialised(messageRequest(), sender)
    for (const [method, path] of [
      ['POST', `${CORRESPONDENCE}/${id}/forward`],
      ['GET', `${CORRESPONDENCE}/${id}/forward/check`],
      ['POST', `${CORRESPONDENCE}/${id}/archive`],
      ['GET', `${CORRESPONDENCE}/${id}/attachment/download`],
      ['GET', `/correspondence/api/v1/legacy/correspondence/${id}/overview`],
    ] as const)
      expect((await as(sender).ask(method, path)).status).toBe(404)
  })
})
