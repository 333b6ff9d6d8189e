import { describe, expect, it } from 'vitest'
import { send } from '#client'
import { read } from '../support/api/answer.ts'

describe('a delivery report', () => {
  it.each([
    ['/notifications/sms/api/v1/reports', 'text/xml', '<MSGLST/>'],
    ['/notifications/sms/api/v1/twilio/status', 'application/x-www-form-urlencoded', 'MessageStatus=delivered'],
    ['/notifications/email/api/v1/reports', 'application/json', '[]'],
  ])('of a provider that the settings do not name is refused: %s', async (path, type, body) => {
    const answer = await read(await send(path, { method: 'POST', headers: { 'content-type': type }, body }))
    expect([answer.status, answer.json.type]).toEqual([404, 'urn:straks:error:route-unknown'])
  })
})
