import { beforeAll, describe, expect, it } from 'vitest'
import { as, tokenFor } from '../support.ts'
import { CORRESPONDENCE, details, initialised, LATER, messageRequest, overview, WRITE } from './messages.ts'

let token: string
beforeAll(async () => {
  token = await tokenFor({ org: 'answers', scope: WRITE })
})

/** A text of an answer is never null at Altinn, so that clients whose types have no null read it. docs/altinn/correspondence.md §4.6. */
describe('what a message leaves out', () => {
  it('is blank in its answers, and its publication is when it was made', async () => {
    const id = await initialised(messageRequest({ correspondence: { requestedPublishTime: null } }), token)
    for (const { json } of [await overview(id, token), await details(id, token)]) {
      expect(json).toMatchObject({ messageSender: '', content: { messageSummary: '' } })
      expect(json.requestedPublishTime).toBe(json.created)
    }
  })

  it('is blank before its publication too', async () => {
    const correspondence = { requestedPublishTime: LATER }
    const id = await initialised(messageRequest({ correspondence }), token)
    const { json } = await overview(id, token)
    expect(json).toMatchObject({ messageSender: '', content: { messageSummary: '' }, requestedPublishTime: LATER })
  })
})

describe('a resource', () => {
  it('is named without its prefix', async () => {
    const id = await initialised(
      messageRequest({ correspondence: { resourceId: 'urn:altinn:resource:answers' } }),
      token,
    )
    const { json } = await details(id, token)
    const [notification] = Array.isArray(json.notifications) ? json.notifications : []
    expect([json.resourceId, Object(notification).resourceId]).toEqual(['answers', 'answers'])
  })

  it('of an attachment too', async () => {
    const client = as(token)
    const attachments = CORRESPONDENCE.replace(/correspondence$/, 'attachment')
    const request = { resourceId: 'urn:altinn:resource:answers', fileName: 'a.txt', sendersReference: 'a' }
    const { json } = await client.ask('POST', attachments, request)
    expect((await client.ask('GET', `${attachments}/${json.value}`)).json.resourceId).toBe('answers')
  })
})

describe('a time', () => {
  it.each([
    ['with the hours of its zone alone', '2099-12-01T10:00:00+01', '2099-12-01T09:00:00.000Z'],
    ['without seconds', '2099-12-01T10:00+01:00', '2099-12-01T09:00:00.000Z'],
    ['with more decimals than most readers take', '2099-12-01T09:00:00.1234567891Z', '2099-12-01T09:00:00.123Z'],
    ['as .NET writes it', '2099-12-01T10:00:00.1234567+01:00', '2099-12-01T10:00:00.1234567+01:00'],
  ])('%s is shown so that every client reads it', async (_how, written, shown) => {
    const correspondence = { requestedPublishTime: written, dueDateTime: written }
    const id = await initialised(messageRequest({ correspondence }), token)
    expect((await overview(id, token)).json).toMatchObject({ requestedPublishTime: shown, dueDateTime: shown })
  })

  it.each(['0000-12-01T09:00:00Z', '9999-12-31T23:59:59-01:00'])(
    'that no calendar of a client has is refused: %s',
    async (time) => {
      const request = messageRequest({ correspondence: { requestedPublishTime: time } })
      expect((await as(token).ask('POST', CORRESPONDENCE, request)).status).toBe(400)
    },
  )

  it('of the last message that there can be has four digits in its year', async () => {
    const correspondence = { requestedPublishTime: '9999-12-31T23:59:59Z' }
    const id = await initialised(messageRequest({ correspondence, notification: { sendReminder: true } }), token)
    const { json } = await details(id, token)
    expect(JSON.stringify(json.notifications)).toContain('"requestedSendTime":"9999-12-31T23:59:59.999Z"')
    expect(JSON.stringify(json)).not.toContain('"+')
  })
})
