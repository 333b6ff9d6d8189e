import { reset, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { env, exports } from 'cloudflare:workers'
import { afterEach, describe, expect, it } from 'vitest'
import type { Outgoing } from '../../../../worker/providers/provider.ts'

afterEach(() => reset())

const inbox = () => env.INBOX.getByName('inbox')

const ID = '2d7375f8-da49-8586-ada7-e5520f159401'

const outgoing = (changes: Partial<Outgoing> = {}): Outgoing => ({
  shipmentId: ID,
  reference: ID,
  simulated: false,
  organization: 'ttd',
  to: '+4799999999',
  content: { channel: 'sms', from: 'Altinn', body: 'Kode 4242424242' },
  text: undefined,
  expiresAtMs: Date.now() + 60_000,
  traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00',
  ...changes,
})

async function watch() {
  const response = await exports.default.fetch('http://straks.test/dev/inbox/live', {
    headers: { upgrade: 'websocket' },
  })
  const socket = response.webSocket
  if (!socket) throw new Error('No WebSocket')
  const heard: Record<string, unknown>[] = []
  socket.accept()
  socket.addEventListener('message', ({ data }) => heard.push(JSON.parse(String(data))))
  const until = async (count: number) => {
    while (heard.length < count) await scheduler.wait(10)
    return heard
  }
  return { socket, until }
}

describe('the inbox', () => {
  it('keeps a message once, however often it is handed over', async () => {
    expect(await inbox().take(outgoing())).toEqual({ kind: 'taken' })
    expect(await inbox().take(outgoing())).toEqual({ kind: 'taken' })
    expect(await inbox().messages()).toHaveLength(1)
  })

  it('does not take a message again after it was emptied', async () => {
    await inbox().take(outgoing())
    await inbox().empty()
    expect(await inbox().take(outgoing())).toEqual({ kind: 'taken' })
    expect(await inbox().messages()).toEqual([])
  })

  it('shows the latest messages where a limit is asked for', async () => {
    const ids = ['2d7375f8-da49-8586-ada7-e5520f159401', '3d7375f8-da49-8586-ada7-e5520f159401']
    for (const shipmentId of ids) await inbox().take(outgoing({ shipmentId, reference: shipmentId }))
    const latest: unknown = await (await exports.default.fetch('http://straks.test/dev/inbox/messages?limit=1')).json()
    expect(latest).toMatchObject([{ shipmentId: ids[1] }])
  })

  it.each(['no JSON', 'null', '7', 'sealed.gone.AAAA'])(
    'hides no message for one that is kept as %j',
    async (spoilt) => {
      const other = '3d7375f8-da49-8586-ada7-e5520f159401'
      await inbox().take(outgoing({ to: '+4799990013' }))
      await inbox().take(outgoing({ shipmentId: other, reference: other }))
      await runInDurableObject(inbox(), (_instance, { storage: { sql } }) => {
        sql.exec('UPDATE messages SET message = ? WHERE reference = ?', spoilt, ID)
        sql.exec('UPDATE receipts SET receipt = ? WHERE reference = ?', spoilt, ID)
        sql.exec('INSERT INTO requests (at_ms, request) VALUES (0, ?)', spoilt)
      })
      expect(await inbox().messages()).toMatchObject([{ shipmentId: other }])
      expect(await inbox().requests()).toEqual([])
      const news = {
        simulated: false,
        organization: 'ttd',
        channel: 'sms',
        from: 'SMS_Accepted',
        attempts: 1,
        provider: 'inbox',
        traceId: '',
      } as const
      const both = [ID, other].map((reference) => ({
        ...news,
        shipmentId: reference,
        reference,
        to: 'SMS_Delivered' as const,
        atMs: 0,
      }))
      await inbox().observe(both)
      expect(await inbox().messages()).toMatchObject([{ status: 'SMS_Delivered' }])
      const receipts = () =>
        runInDurableObject(inbox(), (_instance, { storage: { sql } }) => sql.exec('SELECT 1 FROM receipts').toArray())
      // Both are due within two seconds; whether the platform or this test rings is all the same.
      const left = async () => {
        await runDurableObjectAlarm(inbox())
        return (await receipts()).length
      }
      await expect.poll(left, { timeout: 30_000 }).toBe(0)
      expect(await inbox().erase({ kind: 'phone', value: '+4799999999' })).toBe(1)
      expect(await inbox().messages()).toEqual([])
      const kept = await runInDurableObject(inbox(), (_instance, { storage: { sql } }) =>
        sql.exec('SELECT message FROM messages').toArray(),
      )
      expect(kept).toEqual(spoilt.startsWith('sealed') ? [] : [{ message: spoilt }])
    },
  )

  it('tells its watchers of messages, of their statuses and that it was emptied', async () => {
    const { until, socket } = await watch()
    await inbox().take(outgoing())
    expect(await until(1)).toMatchObject([{ kind: 'message', message: { status: 'SMS_Accepted' } }])
    await inbox().observe([
      {
        shipmentId: ID,
        reference: ID,
        simulated: false,
        organization: 'ttd',
        channel: 'sms',
        from: 'SMS_Accepted',
        to: 'SMS_Delivered',
        atMs: Date.now(),
        attempts: 1,
        provider: 'inbox',
        traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
      },
    ])
    expect((await until(2))[1]).toMatchObject({ kind: 'message', message: { status: 'SMS_Delivered' } })
    await inbox().empty()
    expect((await until(3))[2]).toEqual({ kind: 'emptied' })
    socket.close()
  })

  it('takes only WebSockets where it is watched live', async () => {
    const response = await exports.default.fetch('http://straks.test/dev/inbox/live')
    expect([response.status, response.headers.get('upgrade')]).toEqual([426, 'websocket'])
  })
})
