import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { makeAttempt } from '../../../worker/delivery/make-attempt.ts'
import { ProviderCircuits } from '../../../worker/delivery/provider-circuits.ts'
import type { Outcome } from '../../../worker/domain/outcome.ts'
import type { Claimed } from '../../../worker/ledger/contract.ts'
import type { Outgoing, Provider } from '../../../worker/providers/provider.ts'

const CLAIMED: Claimed = {
  kind: 'claimed',
  address: { orderKey: '0'.repeat(30), number: 1, position: 0 },
  attempt: 2,
  channel: 'sms',
  destination: '+4799999999',
  simulated: false,
  content: JSON.stringify({ channel: 'sms', from: 'Altinn', body: 'Hei' }),
  expiresAtMs: Number.MAX_SAFE_INTEGER,
  pinnedProvider: undefined,
  previousProvider: undefined,
  possibleCopies: 0,
  lostClaims: 0,
  traceId: '0'.repeat(32),
}

/** Two providers, of which the first has been taken out, and who is asked for what comes then. */
async function setUp(honoursReferences: boolean) {
  const asked: string[] = []
  let outcome: Outcome = { kind: 'unavailable' }
  const provider = (name: string, isWell: boolean): Provider => ({
    name,
    honoursReferences,
    send: async () => {
      asked.push(name)
      return isWell ? { kind: 'taken' } : outcome
    },
  })
  const providers = { sms: [provider('first', false), provider('second', true)], email: [] }
  const services = { providers, circuits: new ProviderCircuits() }
  for (let count = 0; count < 10; count++) await makeAttempt(env, services, 'ttd', CLAIMED)
  asked.length = 0
  outcome = { kind: 'taken' }
  return {
    asked,
    attempt: (claimed: Partial<Claimed>) => makeAttempt(env, services, 'ttd', { ...CLAIMED, ...claimed }),
  }
}

describe('an attempt that a ledger allows', () => {
  it('passes over a provider that is out', async () => {
    const { asked, attempt } = await setUp(true)
    await attempt({})
    expect(asked).toEqual(['second'])
  })

  it('asks it all the same where an earlier attempt was never reported and it would recognise the message', async () => {
    const { asked, attempt } = await setUp(true)
    await attempt({ lostClaims: 1 })
    expect(asked).toEqual(['first'])
  })

  it('does not where it would not', async () => {
    const { asked, attempt } = await setUp(false)
    await attempt({ lostClaims: 1 })
    expect(asked).toEqual(['second'])
  })

  it('is not made where it could be one copy too many', async () => {
    const { asked, attempt } = await setUp(false)
    await attempt({ lostClaims: 2 })
    await attempt({ lostClaims: 1, possibleCopies: 1 })
    await attempt({ lostClaims: 1, possibleCopies: 1, pinnedProvider: 'first' })
    expect(asked).toEqual([])
  })

  it('is made all the same where the message goes to the inbox, which knows it again', async () => {
    const { asked, attempt } = await setUp(true)
    await attempt({ lostClaims: 2 })
    expect(asked).toEqual(['first'])
  })
})

describe('an attempt that waits for a place', () => {
  it('asks no provider once the time-to-live is over', async () => {
    const asked: string[] = []
    const hung: ((outcome: Outcome) => void)[] = []
    const first: Provider = {
      name: 'first',
      honoursReferences: true,
      send: ({ to }: Outgoing) => {
        asked.push(to)
        return new Promise((resolve) => hung.push(resolve))
      },
    }
    const second: Provider = {
      name: 'second',
      honoursReferences: true,
      send: async ({ to }: Outgoing) => {
        asked.push(to)
        return { kind: 'taken' }
      },
    }
    const services = { providers: { sms: [first, second], email: [] }, circuits: new ProviderCircuits() }
    const attempt = (destination: string, expiresAtMs: number) =>
      makeAttempt(env, services, 'ttd', { ...CLAIMED, destination, expiresAtMs })
    const busy = Array.from({ length: 16 }, () => attempt('+4740000000', Number.MAX_SAFE_INTEGER))
    const late = attempt('+4740000001', Date.now() + 200)
    await scheduler.wait(500)
    for (const answer of hung) answer({ kind: 'taken' })
    await Promise.all([...busy, late])
    expect(asked).toHaveLength(16)
    expect(asked).not.toContain('+4740000001')
  })
})
