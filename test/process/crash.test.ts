import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { clientOf, countArrived, localToken, someSms } from '../support/client.ts'
import { type DevServer, startDevServer } from '../support/dev-server.ts'

/** An attempt's lease and a moment more: by then a lost attempt has been made again. */
const SETTLED_WITHIN_MS = 25_000
const ROUNDS = 3
const MESSAGES_A_ROUND = 8

const folders: string[] = []
const servers: DevServer[] = []
afterAll(async () => {
  for (const server of servers) await server.kill().catch(() => undefined)
  for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

async function start(persistTo: string): Promise<DevServer> {
  const server = await startDevServer({ persistTo, vars: { RECEIPT_GRACE_SECONDS: '1' } })
  servers.push(server)
  return server
}

async function untilFinal(statusOf: (id: string) => Promise<string>, shipmentId: string): Promise<string> {
  const untilMs = Date.now() + SETTLED_WITHIN_MS
  for (;;) {
    const status = await statusOf(shipmentId)
    if (/Delivered|Failed/.test(status) || Date.now() > untilMs) return status
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

describe('a service that is killed right after it has accepted messages', () => {
  it('delivers each of them once after it starts again, or says that time ran out', async () => {
    const persistTo = await mkdtemp(join(tmpdir(), 'straks-crash-'))
    folders.push(persistTo)
    let server = await start(persistTo)
    const token = await localToken(server)
    for (let round = 0; round < ROUNDS; round++) {
      const first = clientOf(server, token)
      const accepted = await Promise.all(Array.from({ length: MESSAGES_A_ROUND }, () => first.sendSms(someSms())))
      await server.kill()
      expect(accepted.map(({ status }) => status)).toEqual(accepted.map(() => 201))
      server = await start(persistTo)
      const second = clientOf(server, token)
      for (const { shipmentId } of accepted) {
        expect(await untilFinal(second.statusOf, shipmentId)).toBe('SMS_Delivered')
        expect(await countArrived(server, shipmentId)).toBe(1)
      }
    }
  })

  it('ends a message whose time ran out while it was down, and does not send it', async () => {
    const persistTo = await mkdtemp(join(tmpdir(), 'straks-crash-'))
    folders.push(persistTo)
    const server = await start(persistTo)
    const token = await localToken(server)
    const { shipmentId } = await clientOf(server, token).sendSms(
      someSms({ phoneNumber: '+4799990011', timeToLiveInSeconds: 1 }),
    )
    await server.kill()
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    const again = await start(persistTo)
    expect(await untilFinal(clientOf(again, token).statusOf, shipmentId)).toBe('SMS_Failed_TTL')
    expect(await countArrived(again, shipmentId)).toBe(0)
  })
})
