import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { Service } from '../support/api/service.ts'
import { type DevServer, startDevServer } from '../support/dev-server.ts'
import { Rounds } from './kills/rounds.ts'

/** `npm run kill-rounds -- COUNT SEED` sets these. */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 10)
const SEED = Number(process.env.KILL_SEED ?? 1)

/** A start takes some seconds, and much longer beside other tests. */
const ROUND_WITHIN_MS = 90_000

const folders: string[] = []
let server: DevServer | undefined
afterAll(async () => {
  await server?.kill()
  for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

describe(`a service that is killed ${ROUNDS} times at random moments under load`, () => {
  it('keeps every promise', { timeout: ROUND_WITHIN_MS * (ROUNDS + 5) }, async () => {
    const persistTo = await mkdtemp(join(tmpdir(), 'straks-kills-'))
    folders.push(persistTo)
    const start = async () => {
      server = await startDevServer({ persistTo, vars: { RECEIPT_GRACE_SECONDS: '1' } })
      return server
    }
    const rounds = new Rounds(SEED)
    let token: string | undefined
    for (let round = 0; round < ROUNDS; round++) {
      const running = await start()
      token ??= await Service.at(running).token()
      await rounds.liveUntilKilled(running, Service.at(running).clientWith(token))
    }
    const last = await start()
    const faults = await rounds.judge(last, Service.at(last).clientWith(token ?? ''))
    console.info(`${ROUNDS} kills, ${rounds.facts.shipments.size} shipments accepted, seed ${SEED}`)
    expect(faults).toEqual([])
    expect(rounds.facts.shipments.size).toBeGreaterThan(ROUNDS)
  })
})
