import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Service } from '../support/api/service.ts'
import { type DevServer, startDevServer } from '../support/dev-server.ts'
import { ACCESS_KEY, AcsService } from './providers/acs-service.ts'
import { mail } from './providers/mail.ts'

const acs = new AcsService()
let service: DevServer

beforeAll(async () => {
  await acs.listen()
  service = await startDevServer({
    vars: { EMAIL_PROVIDERS: 'acs', ACS_CONNECTION_STRING: `endpoint=${acs.url};accesskey=${ACCESS_KEY}` },
  })
})
afterAll(async () => {
  acs.close()
  await service?.stop()
})

describe('a mail through Azure without Event Grid', () => {
  it('is delivered once its operation has succeeded, sent once however often that is asked, and takes no reports', async () => {
    acs.operationStatus = 'Running'
    const emailAddress = `ola-${crypto.randomUUID().slice(0, 8)}@example.com`
    const client = await Service.at(service).client()
    const shipmentId = await client.sendEmail(mail({ emailAddress }))
    await expect.poll(() => acs.mailsTo(emailAddress).length).toBe(1)
    expect(await client.statusOf(shipmentId)).toBe('Email_Sending')
    acs.operationStatus = 'Succeeded'
    await expect.poll(() => client.statusOf(shipmentId), { interval: 100 }).toBe('Email_Delivered')
    expect(acs.mailsTo(emailAddress)).toHaveLength(1)
    for (const query of ['', '?key='])
      expect(
        (await fetch(`${service.url}/notifications/email/api/v1/reports${query}`, { method: 'POST' })).status,
      ).toBe(401)
  })
})
