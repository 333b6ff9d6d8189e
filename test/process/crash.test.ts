import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { pause } from '../support/api/eventually.ts'
import { smsRequest } from '../support/api/requests.ts'
import { Service } from '../support/api/service.ts'
import { type DevServer, startDevServer } from '../support/dev-server.ts'

/** An attempt's lease and a moment more: by then a lost attempt has been made again. */
const SETTLED_WITHIN_MS = 60_000
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

describe('a service that is killed right after it has accepted messages', () => {
  it('delivers each of them once after it starts again, or says that time ran out', async () => {
    const persistTo = await mkdtemp(join(tmpdir(), 'straks-crash-'))
    folders.push(persistTo)
    let server = await start(persistTo)
    const token = await Service.at(server).token()
    for (let round = 0; round < ROUNDS; round++) {
      const before = Service.at(server).clientWith(token)
      const accepted = await Promise.all(Array.from({ length: MESSAGES_A_ROUND }, () => before.sendSms()))
      await server.kill()
      server = await start(persistTo)
      const after = Service.at(server)
      for (const shipmentId of accepted) {
        expect(await after.clientWith(token).settles(shipmentId, SETTLED_WITHIN_MS)).toBe('SMS_Delivered')
        expect(await after.arrived(shipmentId)).toHaveLength(1)
      }
    }
  })

  it('ends a message whose time ran out while it was down, and does not send it', async () => {
    const persistTo = await mkdtemp(join(tmpdir(), 'straks-crash-'))
    folders.push(persistTo)
    const server = await start(persistTo)
    const token = await Service.at(server).token()
    const shortLived = smsRequest({ recipient: { phoneNumber: '+4799990011', timeToLiveInSeconds: 1 } })
    const shipmentId = await Service.at(server).clientWith(token).sendSms(shortLived)
    await server.kill()
    await pause(1_000)
    const again = Service.at(await start(persistTo))
    expect(await again.clientWith(token).settles(shipmentId, SETTLED_WITHIN_MS)).toBe('SMS_Failed_TTL')
    expect(await again.arrived(shipmentId)).toEqual([])
  })
})
