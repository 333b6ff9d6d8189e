import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { makeAttempt } from '../../../worker/delivery/make-attempt.ts'
import type { Outcome } from '../../../worker/domain/outcome.ts'
import type { Claimed } from '../../../worker/durable-objects/ledger/exchange.ts'
import type { Provider } from '../../../worker/providers/provider.ts'

const CLAIMED: Claimed = {
  address: { orderKey: '0'.repeat(30), number: 1, position: 0 },
  attempt: 2,
  channel: 'sms',
  destination: '+4799999999',
  simulated: false,
  content: JSON.stringify({ channel: 'sms', from: 'Altinn', body: 'Hei' }),
  expiresAtMs: Number.MAX_SAFE_INTEGER,
  stayWith: undefined,
  askedLast: undefined,
  isUnreported: false,
  traceId: '0'.repeat(32),
}

/** Two providers, of which the first has been taken out, and who is asked for what comes then. */
async function setUp(honoursReferences: boolean) {
  const asked: string[] = []
  let outcome: Outcome = { kind: 'unavailable' }
  const provider = (name: string, isWell: boolean): Provider => ({
    ...{ name, honoursReferences },
    send: async () => {
      asked.push(name)
      return isWell ? { kind: 'taken' } : outcome
    },
  })
  const providers = { sms: [provider('first', false), provider('second', true)], email: [] }
  for (let count = 0; count < 10; count++) await makeAttempt(env, providers, 'ttd', CLAIMED)
  asked.length = 0
  outcome = { kind: 'taken' }
  return {
    asked,
    attempt: (claimed: Partial<Claimed>) => makeAttempt(env, providers, 'ttd', { ...CLAIMED, ...claimed }),
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
    await attempt({ isUnreported: true })
    expect(asked).toEqual(['first'])
  })

  it('does not where it would not', async () => {
    const { asked, attempt } = await setUp(false)
    await attempt({ isUnreported: true })
    expect(asked).toEqual(['second'])
  })
})
