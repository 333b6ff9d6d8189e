import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import type { Attempt } from '../../../worker/delivery/attempt.ts'
import { questions } from '../../../worker/delivery/questions.ts'
import type { Outcome } from '../../../worker/domain/outcome.ts'
import { continueTrace } from '../../../worker/log/trace.ts'
import type { Provider } from '../../../worker/providers/provider.ts'

const ATTEMPT: Attempt = {
  organization: 'ttd',
  address: { orderKey: '0'.repeat(32), number: 1, position: 0 },
  attempt: 1,
  to: '+4799999999',
  content: { channel: 'sms', from: 'Altinn', body: 'Hei' },
  simulated: false,
  expiresAtMs: Number.MAX_SAFE_INTEGER,
  stayWith: undefined,
  askedLast: undefined,
  trace: continueTrace(null),
}

type Answers = Readonly<Record<string, Outcome['kind']>>

function provider(name: string, honoursReferences = false): Provider {
  return { name, honoursReferences, send: () => Promise.reject(new Error('not asked here')) }
}

/** Asks as an attempt does, and tells who was asked. */
async function ask(all: readonly Provider[], answers: Answers, attempt: Partial<Attempt> = {}) {
  const asked: string[] = []
  for (const { provider, put } of questions(env, { sms: all, email: [] }, { ...ATTEMPT, ...attempt })) {
    const outcome = await put(async (): Promise<Outcome> => {
      asked.push(provider.name)
      const kind = answers[provider.name] ?? 'taken'
      return kind === 'refused' ? { kind, status: 'SMS_Failed' } : { kind }
    })
    if (outcome && outcome.kind !== 'unavailable') break
  }
  return asked
}

/** Providers that no other test has asked. */
const three = () => [provider('first'), provider('second'), provider('third')]

describe('an attempt', () => {
  it('asks the preferred provider, and the next where that one did not take the message', async () => {
    expect(await ask(three(), {})).toEqual(['first'])
    expect(await ask(three(), { first: 'unavailable' })).toEqual(['first', 'second'])
    expect(await ask(three(), { first: 'uncertain' })).toEqual(['first'])
    expect(await ask(three(), { first: 'refused' })).toEqual(['first'])
  })

  it('passes over a provider that is out, and asks it all the same where all are', async () => {
    const [first, second] = [provider('first'), provider('second')]
    const isOut: Answers = { first: 'unavailable' }
    for (let count = 0; count < 10; count++) await ask([first, second], isOut)
    expect(await ask([first, second], isOut)).toEqual(['second'])
    const areOut: Answers = { first: 'unavailable', second: 'unavailable' }
    for (let count = 0; count < 10; count++) await ask([first, second], areOut)
    expect(await ask([first, second], areOut)).toEqual(['first'])
  })

  it('goes on with the others where the provider that may have the message turns it away and knows no references', async () => {
    expect(await ask(three(), { second: 'unavailable' }, { stayWith: 'second' })).toEqual(['second', 'first'])
  })

  it('asks nobody else where the provider that may have the message would recognise it', async () => {
    const all = [provider('first', true), provider('second')]
    expect(await ask(all, { first: 'unavailable' }, { stayWith: 'first' })).toEqual(['first'])
  })

  it('begins with somebody else where a provider was asked twice and never said', async () => {
    expect(await ask(three(), {}, { askedLast: 'first' })).toEqual(['second'])
    expect(await ask([provider('first')], {}, { askedLast: 'first' })).toEqual(['first'])
  })

  it('goes to the inbox where it is kept from real providers', async () => {
    expect(await ask(three(), {}, { simulated: true })).toEqual(['inbox'])
  })
})
