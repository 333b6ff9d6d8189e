import { beforeAll, describe, expect, it } from 'vitest'
import { send } from '#client'
import { type Answer, eventually, tokenFor } from '../support.ts'
import {
  ask,
  CORRESPONDENCE,
  confirm,
  details,
  initialised,
  LATER,
  listIn,
  markAsRead,
  messageRequest,
  notificationsIn,
  overview,
  purge,
  READ,
  tokens,
  WRITE,
} from './messages.ts'

let sender: string
let recipient: string
let stranger: string
let both: string
beforeAll(async () => {
  const all = await tokens()
  sender = all.sender
  recipient = all.recipient
  stranger = all.stranger
  both = await tokenFor({ org: 'ttd', scope: `${WRITE} ${READ}` })
})

const UNKNOWN = '00000000-0000-4000-8000-000000000000'
const REMINDING = { notification: { sendReminder: true } }

const later = () =>
  initialised(messageRequest({ ...REMINDING, correspondence: { requestedPublishTime: LATER } }), sender)

const becomes = (id: string, status: string) =>
  eventually(
    () => overview(id, sender),
    ({ json }) => json.status === status,
  )

async function published(correspondence: Record<string, unknown> = {}): Promise<string> {
  const id = await initialised(messageRequest({ ...REMINDING, correspondence }), sender)
  await becomes(id, 'Published')
  return id
}

const historyOf = async (id: string) =>
  listIn((await details(id, sender)).json.statusHistory).map(({ status }) => status)

const statusesOf = (answer: Answer) => notificationsIn(answer).map(({ status }) => status)

/** The notifications of a correspondence, once its orders are settled. */
const settlesTo = (id: string, statuses: readonly string[]) =>
  eventually(
    () => details(id, sender),
    (answer) => JSON.stringify(statusesOf(answer)) === JSON.stringify(statuses),
  )

const numbered = ({ status, json }: Answer) => [status, json.errorCode]

describe('who may see a correspondence', () => {
  it('its sender always; its recipient once it is published', async () => {
    const waiting = await later()
    expect((await overview(waiting, sender)).json.status).toBe('ReadyForPublish')
    expect(numbered(await overview(waiting, recipient))).toEqual([404, 1001])
    expect((await overview(await published(), recipient)).status).toBe(200)
  })

  it('nobody else: another sender, or an id that never was, is 404', async () => {
    const id = await published()
    for (const token of [stranger]) {
      expect(numbered(await overview(id, token))).toEqual([404, 1001])
      expect(numbered(await details(id, token))).toEqual([404, 1001])
      expect(numbered(await purge(id, token))).toEqual([404, 1001])
    }
    for (const unknown of [UNKNOWN, crypto.randomUUID()])
      for (const token of [sender, recipient]) {
        expect(numbered(await overview(unknown, token))).toEqual([404, 1001])
        expect(numbered(await purge(unknown, token))).toEqual([404, 1001])
      }
  })

  it('what can be no id is not looked for, as at Altinn', async () => {
    const acts = [
      ['GET', ''],
      ['GET', '/details'],
      ['GET', '/notification/check'],
      ['DELETE', '/purge'],
    ] as const
    for (const [method, path] of acts) {
      const { status, json } = await ask(method, `nonsense${path}`, sender)
      expect([status, json.code], path).toEqual([400, 'STD-00000'])
      expect(json.errors).toEqual({ correspondenceId: ['The value is not valid.'] })
    }
  })

  it('reading and confirming take the recipient’s scope', async () => {
    const id = await published()
    for (const [method, path] of [
      ['GET', 'content'],
      ['POST', 'markasread'],
      ['POST', 'confirm'],
    ] as const)
      expect((await ask(method, `${id}/${path}`, sender)).json.type).toBe('urn:straks:error:scope-missing')
  })

  it('an id is the same in capitals', async () => {
    expect((await overview((await published()).toUpperCase(), sender)).status).toBe(200)
  })
})

describe('what a recipient does', () => {
  it('getting the overview or the details is noted as fetched, which is less than read', async () => {
    const id = await published()
    expect((await details(id, recipient)).json.status).toBe('Published')
    expect((await overview(id, recipient)).json.status).toBe('Published')
    expect(await historyOf(id)).toEqual(['Initialized', 'ReadyForPublish', 'Published', 'Fetched'])
  })

  it('the sender’s looking is not', async () => {
    const id = await published()
    await details(id, sender)
    expect(await historyOf(id)).not.toContain('Fetched')
  })

  it('getting the content is reading', async () => {
    const request = messageRequest(REMINDING)
    const id = await initialised(request, sender)
    await becomes(id, 'Published')
    const headers = { authorization: `Bearer ${recipient}` }
    const response = await send(`${CORRESPONDENCE}/${id}/content`, { headers })
    expect(response.headers.get('content-type')).toContain('text/plain')
    expect(await response.text()).toBe(request.correspondence.content.messageBody)
    expect((await overview(id, sender)).json.status).toBe('Read')
  })

  it('marking as read answers with the id, and is refused a second time, as Altinn does', async () => {
    const id = await published()
    const answer = await markAsRead(id, recipient)
    expect([answer.status, answer.json.value]).toEqual([200, id])
    const again = await markAsRead(id, recipient)
    expect([again.status, again.json.errorCode]).toEqual([400, 1041])
    expect((await historyOf(id)).filter((status) => status === 'Read')).toHaveLength(1)
  })

  it('confirming answers with the id', async () => {
    const id = await published({ isConfirmationNeeded: true, dueDateTime: LATER })
    expect((await confirm(id, recipient)).json.value).toBe(id)
    const again = await confirm(id, recipient)
    expect([again.status, again.json.errorCode]).toEqual([400, 1041])
    expect((await overview(id, sender)).json.status).toBe('Confirmed')
  })

  it('is not possible before it is published', async () => {
    const id = await later()
    for (const answer of [await markAsRead(id, recipient), await confirm(id, recipient), await purge(id, recipient)])
      expect(numbered(answer)).toEqual([404, 1001])
  })
})

describe('purging', () => {
  it('is the sender’s until the message is published', async () => {
    const id = await later()
    const answer = await purge(id, sender)
    expect([answer.status, answer.json.value]).toEqual([200, id])
    expect((await overview(id, sender)).json).toMatchObject({ status: 'PurgedByAltinn', content: null })
    expect(numbered(await purge(await published(), sender))).toEqual([400, 1013])
  })

  it('is the recipient’s afterwards', async () => {
    const id = await published()
    expect((await purge(id, recipient)).status).toBe(200)
    expect((await overview(id, sender)).json.status).toBe('PurgedByRecipient')
    expect(numbered(await overview(id, recipient))).toEqual([404, 1001])
    expect(numbered(await markAsRead(id, recipient))).toEqual([404, 1001])
  })

  it('is done once', async () => {
    const id = await later()
    await purge(id, sender)
    expect(numbered(await purge(id, sender))).toEqual([400, 1014])
  })

  it('waits for a confirmation that is needed', async () => {
    const id = await published({ isConfirmationNeeded: true, dueDateTime: LATER })
    expect(numbered(await purge(id, recipient))).toEqual([400, 1026])
    await confirm(id, recipient)
    expect((await purge(id, recipient)).status).toBe(200)
  })

  it('is open at every time to who is both', async () => {
    const [waiting, out] = [await later(), await published()]
    expect((await purge(waiting, both)).status).toBe(200)
    expect((await purge(out, both)).status).toBe(200)
    expect((await overview(waiting, sender)).json.status).toBe('PurgedByAltinn')
    expect((await overview(out, sender)).json.status).toBe('PurgedByRecipient')
  })
})

describe('the order of a notification, docs/altinn/correspondence.md §4.1', () => {
  it('is placed when the message is published, and falls due 5 minutes later', async () => {
    const id = await published()
    await settlesTo(id, ['planned', 'planned'])
    const { json } = await details(id, sender)
    const [main, reminder] = listIn(json.notifications)
    const publishedAt = Date.parse(String(json.published))
    expect(Date.parse(String(main?.requestedSendTime)) - publishedAt).toBe(300_000)
    expect(Date.parse(String(reminder?.requestedSendTime)) - Date.parse(String(main?.requestedSendTime))).toBe(
      86_400_000,
    )
    expect([main?.isReminder, reminder?.isReminder]).toEqual([false, true])
    const shown = (await overview(id, sender)).json.notifications
    const { notificationOrderId } = main ?? {}
    expect(shown).toEqual([
      { notificationOrderId, isReminder: false },
      { notificationOrderId, isReminder: true },
    ])
  })

  it('falls due 5 minutes from now where publication is in the past', async () => {
    const before = Date.now()
    const id = await published({ requestedPublishTime: '2020-01-01T00:00:00Z' })
    const due = Date.parse(String(notificationsIn(await details(id, sender))[0]?.requestedSendTime))
    expect(due).toBeGreaterThanOrEqual(before + 300_000)
    expect(due).toBeLessThan(Date.now() + 300_001)
  })

  it('falls due 5 minutes after a publication to come, and is not placed before', async () => {
    const id = await later()
    expect(notificationsIn(await details(id, sender))[0]).toMatchObject({
      status: 'planned',
      requestedSendTime: '2099-12-01T09:05:00.000Z',
    })
    expect((await overview(id, sender)).json.notifications).toEqual([{ notificationOrderId: null, isReminder: false }])
  })

  it('is deleted where the message is deleted before publication', async () => {
    const id = await later()
    await purge(id, sender)
    await settlesTo(id, ['cancelled', 'cancelled'])
  })

  it('is cancelled where the message is thrown away before it has been sent', async () => {
    const id = await published()
    await settlesTo(id, ['planned', 'planned'])
    await purge(id, recipient)
    await settlesTo(id, ['cancelled', 'cancelled'])
  })

  it('loses its reminder where the message is read', async () => {
    const id = await published()
    await markAsRead(id, recipient)
    const [, reminder] = notificationsIn(await settlesTo(id, ['planned', 'cancelled']))
    expect(reminder).toMatchObject({ isReminder: true, processingStatus: { status: 'Order_Cancelled' } })
  })

  it('keeps its reminder where the message is fetched and confirmed, but not read', async () => {
    const id = await published()
    await overview(id, recipient)
    await confirm(id, recipient)
    await settlesTo(id, ['planned', 'planned'])
  })

  it('is settled in every interleaving of reading, confirming and throwing away at once', async () => {
    await Promise.all(
      Array.from({ length: 12 }, async (_, index) => {
        const id = await initialised(messageRequest(REMINDING), sender)
        const acts = [markAsRead, confirm, overview, ...(index % 2 === 0 ? [purge] : [])]
        const wait = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 60))
        await Promise.all(
          acts.map(async (act) => {
            await wait()
            await act(id, recipient)
          }),
        )
        const { json } = await overview(id, sender)
        if (/Purged/.test(String(json.status))) await settlesTo(id, ['cancelled', 'cancelled'])
        else if ((await historyOf(id)).includes('Read')) await settlesTo(id, ['planned', 'cancelled'])
        else await settlesTo(id, ['planned', 'planned'])
      }),
    )
  })
})

describe('the condition of a notification', () => {
  const check = async (id: string, token: string, main = '') =>
    (await ask('GET', `${id}/notification/check${main}`, token)).json
  const YES = { sendNotification: true }
  const NO = { sendNotification: false }

  it('holds for reminder and main notification as the message is published, read and thrown away', async () => {
    const id = await later()
    const checker = await tokenFor({ scope: 'altinn:system/notifications.condition.check' })
    expect([await check(id, checker), await check(id, checker, '/main')]).toEqual([NO, NO])
    const out = await published()
    expect([await check(out, checker), await check(out, checker, '/main')]).toEqual([YES, YES])
    await markAsRead(out, recipient)
    expect([await check(out, checker), await check(out, checker, '/main')]).toEqual([NO, YES])
    await purge(out, recipient)
    expect([await check(out, checker), await check(out, checker, '/main')]).toEqual([NO, NO])
  })

  it('of an unknown message does not hold, and is no 404', async () => {
    const answer = await ask('GET', `${UNKNOWN}/notification/check`, recipient)
    expect([answer.status, answer.json]).toEqual([200, NO])
  })

  it('is told to nobody without a scope for it', async () => {
    const other = await tokenFor({ scope: 'altinn:serviceowner/notifications.create' })
    expect((await ask('GET', `${UNKNOWN}/notification/check`, other)).status).toBe(403)
  })
})
