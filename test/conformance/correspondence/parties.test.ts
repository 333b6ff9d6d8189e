import { beforeAll, describe, expect, it } from 'vitest'
import { tokenFor } from '../support.ts'
import {
  ask,
  confirm,
  details,
  initialise,
  initialised,
  LATER,
  listIn,
  markAsRead,
  messageRequest,
  OTHER_ORGANIZATION,
  overview,
  purge,
  READ,
  WRITE,
} from './messages.ts'

const PERSON = '26818099001'

const toOther = { request: { recipients: [`0192:${OTHER_ORGANIZATION}`] } }
const toPerson = { request: { recipients: [`urn:altinn:person:identifier-no:${PERSON}`] } }

let sender: string
let senderWhoReads: string

beforeAll(async () => {
  sender = await tokenFor({ org: 'ttd', scope: WRITE })
  senderWhoReads = await tokenFor({ org: 'ttd', scope: `${READ} ${WRITE}` })
})

const content = (id: string, token: string) => ask('GET', `${id}/content`, token).catch(() => undefined)

describe('a token with the scope to read', () => {
  it.each([
    ['an organisation', { org: '', orgNumber: '991825827' }],
    ['an organisation that sends', { org: 'nav' }],
    ['a person', { org: '', pid: '08900499559' }],
    ['a person of the same number as nothing', { org: '' }],
  ])('of %s finds nothing that is another’s, and can do nothing to it', async (_whose, claims) => {
    const stranger = await tokenFor({ ...claims, scope: READ })
    for (const request of [toOther, toPerson]) {
      const id = await initialised(messageRequest(request), sender)
      for (const act of [overview, details, markAsRead, confirm, purge, content])
        expect([act.name, (await act(id, stranger))?.status]).toEqual([act.name, 404])
      expect((await overview(id, sender)).json).toMatchObject({ status: 'Published', read: null })
    }
  })

  it('of the recipient, an organisation, reads and is noted', async () => {
    const id = await initialised(messageRequest(toOther), sender)
    const recipient = await tokenFor({ org: '', orgNumber: OTHER_ORGANIZATION, scope: READ })
    const shown = (await overview(id, recipient)).json
    expect(Object(shown.content).messageTitle).toMatch(/^Vedtak /)
    expect((await markAsRead(id, recipient)).status).toBe(200)
    expect((await overview(id, sender)).json).toMatchObject({ status: 'Read', read: expect.stringMatching(/Z$/) })
    expect((await details(id, recipient)).json.read).toMatch(/Z$/)
  })

  it('of the recipient, a person, reads', async () => {
    const id = await initialised(messageRequest(toPerson), sender)
    const recipient = await tokenFor({ org: '', pid: PERSON, scope: READ })
    expect((await overview(id, recipient)).json).toMatchObject({ status: 'Published' })
  })

  it('of the sender reads, confirms and purges what it sent', async () => {
    const request = messageRequest({ ...toOther, correspondence: { isConfirmationNeeded: true, dueDateTime: LATER } })
    const id = await initialised(request, sender)
    expect((await confirm(id, senderWhoReads)).status).toBe(200)
    expect((await markAsRead(id, senderWhoReads)).status).toBe(200)
    expect((await purge(id, senderWhoReads)).status).toBe(200)
  })
})

describe('the sender', () => {
  it('sees its texts until the message is published, and blanks from then on', async () => {
    const waiting = await initialised(
      messageRequest({ ...toOther, correspondence: { requestedPublishTime: LATER } }),
      sender,
    )
    expect(Object((await overview(waiting, sender)).json.content).messageTitle).toMatch(/^Vedtak /)
    const published = await initialised(messageRequest(toOther), sender)
    for (const token of [sender, senderWhoReads])
      for (const look of [overview, details])
        expect((await look(published, token)).json.content).toMatchObject({
          messageTitle: '',
          messageSummary: '',
          messageBody: '',
        })
  })

  it('is named by its number, however the token has it', async () => {
    for (const claims of [{ org: 'ttd' }, { org: 'digdir' }, { org: 'nav', orgNumber: '889640782' }]) {
      const token = await tokenFor({ ...claims, scope: WRITE })
      const id = await initialised(messageRequest(toOther), token)
      const number = claims.orgNumber ?? '991825827'
      expect((await overview(id, token)).json.sender).toBe(`0192:${number}`)
      expect((await details(id, token)).json.sender).toBe(`0192:${number}`)
    }
  })
})

describe('an attachment', () => {
  it('is shown with every member that a typed client requires', async () => {
    const attachments = [{ fileName: 'vedtak.pdf', displayName: 'Vedtak', sendersReference: 'a-1' }, { fileName: 'b' }]
    const id = await initialised(messageRequest({ ...toOther, content: { attachments } }), sender)
    const shown = listIn(Object((await overview(id, sender)).json.content).attachments)
    expect(shown).toEqual(
      [
        { fileName: 'vedtak.pdf', name: 'Vedtak', dataType: 'application/pdf', sendersReference: 'a-1' },
        { fileName: 'b', name: 'b', dataType: 'application/octet-stream', sendersReference: '' },
      ].map((attachment) => ({
        ...attachment,
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        displayName: attachment.name,
        isEncrypted: false,
        checksum: '',
        dataLocationType: 'AltinnCorrespondenceAttachment',
        status: 'Published',
        statusText: 'Published',
        statusChanged: expect.stringMatching(/Z$/),
        created: expect.stringMatching(/Z$/),
        expirationTime: expect.stringMatching(/Z$/),
      })),
    )
  })
})

describe('a used idempotency key', () => {
  it('is refused with the ids that it has, also for those who came at the same moment', async () => {
    const request = messageRequest({ request: { idempotentKey: crypto.randomUUID() } })
    const answers = await Promise.all(Array.from({ length: 20 }, () => initialise(request, sender)))
    const [accepted, ...more] = answers.filter(({ status }) => status === 200)
    expect(more).toEqual([])
    const [first] = listIn(accepted?.json.correspondences)
    for (const { status, json } of answers.filter((answer) => answer !== accepted))
      expect([status, json.errorCode, json.correspondenceIds]).toEqual([409, 1034, [first?.correspondenceId]])
  })
})

describe('a custom recipient', () => {
  it('may be a person as a URN', async () => {
    const nationalIdentityNumber = 'urn:altinn:person:identifier-no:08900499559'
    const id = await initialised(
      messageRequest({ notification: { customRecipients: [{ nationalIdentityNumber }] } }),
      sender,
    )
    const recipients = listIn((await details(id, sender)).json.notifications).map(({ recipient }) => recipient)
    expect(recipients).toContainEqual({ nationalIdentityNumber: '08900499559' })
  })
})

describe('a time without a zone', () => {
  it.each([
    ['2099-12-01T09:00:00', '2099-12-01T09:00:00.000Z'],
    ['2099-12-01', '2099-12-01T00:00:00.000Z'],
  ])('is taken as UTC: %s', async (written, utc) => {
    const correspondence = { requestedPublishTime: written, dueDateTime: '2100-01-01' }
    const id = await initialised(messageRequest({ correspondence }), sender)
    expect((await overview(id, sender)).json).toMatchObject({
      requestedPublishTime: utc,
      dueDateTime: '2100-01-01T00:00:00.000Z',
    })
  })

  it('that is none at all is refused', async () => {
    for (const dueDateTime of ['2099-02-30', '2099-12-01T09:00:00+14:30', 'tomorrow'])
      expect((await initialise(messageRequest({ correspondence: { dueDateTime } }), sender)).status).toBe(400)
  })
})
