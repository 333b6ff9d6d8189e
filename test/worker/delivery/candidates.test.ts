import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import type { Attempt } from '../../../worker/delivery/attempt.ts'
import { candidates } from '../../../worker/delivery/candidates.ts'
import { ProviderCircuits } from '../../../worker/delivery/provider-circuits.ts'
import type { Outcome } from '../../../worker/domain/outcome.ts'
import { continueTrace } from '../../../worker/platform/trace.ts'
import type { Provider } from '../../../worker/providers/provider.ts'

const ATTEMPT: Attempt = {
  organization: 'ttd',
  address: { orderKey: '0'.repeat(32), number: 1, position: 0 },
  attempt: 1,
  to: '+4799999999',
  content: { channel: 'sms', from: 'Altinn', body: 'Hei' },
  simulated: false,
  expiresAtMs: Number.MAX_SAFE_INTEGER,
  pinnedProvider: undefined,
  previousProvider: undefined,
  longestMs: 10_000,
  trace: continueTrace(null),
}

type Answers = Readonly<Record<string, Outcome['kind'] | 'full-mailbox'>>

function provider(name: string, honoursReferences = false): Provider {
  return { name, honoursReferences, send: () => Promise.reject(new Error('not asked here')) }
}

/** Asks as an attempt does, and tells who was asked. */
async function ask(
  all: readonly Provider[],
  answers: Answers,
  attempt: Partial<Attempt> = {},
  circuits = new ProviderCircuits(),
  paused: ReadonlySet<string> = new Set(),
) {
  const asked: string[] = []
  const services = { providers: { sms: all, email: [] }, circuits }
  for (const { provider, ask } of candidates(env, services, { ...ATTEMPT, ...attempt }, paused)) {
    const outcome = await ask(async (): Promise<Outcome> => {
      asked.push(provider.name)
      const kind = answers[provider.name] ?? 'taken'
      if (kind === 'full-mailbox') return { kind: 'unavailable', concerns: 'message' }
      return kind === 'refused' ? { kind, status: 'SMS_Failed' } : { kind }
    })
    if (outcome && outcome.kind !== 'unavailable') break
  }
  return asked
}

/** Providers that no other test has asked. */
const three = () => [provider('first'), provider('second'), provider('third')]

describe('a provider with a share', () => {
  const shared = (share: number) => [{ ...provider('new'), share }, provider('old'), provider('spare')]
  const firstOf = async (all: readonly Provider[], index: number) => {
    const orderKey = `${(index * 2_654_435_761).toString(16).padStart(10, '0').slice(-10)}${'0'.repeat(20)}`
    return (await ask(all, {}, { address: { orderKey, number: 1, position: 0 } }))[0]
  }

  it('gets about so many of a hundred messages first, and the same ones each time', async () => {
    const all = shared(10)
    const firsts: (string | undefined)[] = []
    for (let index = 1; index <= 1_000; index++) firsts.push(await firstOf(all, index))
    const many = firsts.filter((name) => name === 'new').length
    expect(many).toBeGreaterThan(60)
    expect(many).toBeLessThan(140)
    expect(firsts.every((name) => name === 'new' || name === 'old')).toBe(true)
    for (let index = 1; index <= 50; index++) expect(await firstOf(all, index)).toBe(firsts[index - 1])
  })

  it('spreads a shipment to several over all', async () => {
    const asked = new Set<string | undefined>()
    for (let position = 0; position < 100; position++)
      asked.add((await ask(shared(5), {}, { address: { ...ATTEMPT.address, position } }))[0])
    expect([...asked].sort()).toEqual(['new', 'old'])
  })

  it('is asked last where a message is not of its share, and others are asked where it does not take one', async () => {
    const [isIts, isNot] = [99, 1].map((share) => shared(share))
    const address = { ...ATTEMPT.address, position: 1 }
    expect(await ask(isNot ?? [], { old: 'unavailable', spare: 'unavailable' }, { address })).toEqual([
      'old',
      'spare',
      'new',
    ])
    expect(await ask(isIts ?? [], { new: 'unavailable' }, { address })).toEqual(['new', 'old'])
  })
})

describe('an attempt', () => {
  it('asks the preferred provider, and the next where that one did not take the message', async () => {
    expect(await ask(three(), {})).toEqual(['first'])
    expect(await ask(three(), { first: 'unavailable' })).toEqual(['first', 'second'])
    expect(await ask(three(), { first: 'uncertain' })).toEqual(['first'])
    expect(await ask(three(), { first: 'refused' })).toEqual(['first'])
  })

  it('passes over a provider that is out, and asks it all the same where all are', async () => {
    const [first, second] = [provider('first'), provider('second')]
    const circuits = new ProviderCircuits()
    const isOut: Answers = { first: 'unavailable' }
    for (let count = 0; count < 10; count++) await ask([first, second], isOut, {}, circuits)
    expect(await ask([first, second], isOut, {}, circuits)).toEqual(['second'])
    const areOut: Answers = { first: 'unavailable', second: 'unavailable' }
    for (let count = 0; count < 10; count++) await ask([first, second], areOut, {}, circuits)
    expect(await ask([first, second], areOut, {}, circuits)).toEqual(['first'])
  })

  it('does not take one recipient who cannot be reached for a provider that does not work', async () => {
    const circuits = new ProviderCircuits()
    const [first, second] = [provider('first'), provider('second')]
    for (let count = 0; count < 30; count++) await ask([first, second], { first: 'full-mailbox' }, {}, circuits)
    expect(await ask([first, second], { first: 'full-mailbox' }, {}, circuits)).toEqual(['first', 'second'])
  })

  it('asks another where the provider that may have the message knows no references, and it again where there is no other', async () => {
    const held = { pinnedProvider: 'second', previousProvider: 'second' }
    expect(await ask(three(), {}, held)).toEqual(['first'])
    expect(await ask([provider('second')], {}, held)).toEqual(['second'])
  })

  it('asks nobody else where the provider that may have the message would recognise it', async () => {
    const all = [provider('first', true), provider('second')]
    expect(await ask(all, { first: 'unavailable' }, { pinnedProvider: 'first' })).toEqual(['first'])
  })

  it('begins with somebody else where a provider was asked twice and never said', async () => {
    expect(await ask(three(), {}, { previousProvider: 'first' })).toEqual(['second'])
    expect(await ask([provider('first')], {}, { previousProvider: 'first' })).toEqual(['first'])
  })

  it('goes to the inbox where it is kept from real providers', async () => {
    expect(await ask(three(), {}, { simulated: true })).toEqual(['inbox'])
  })

  it('asks nobody whom operators have paused', async () => {
    const without = (...names: string[]) => new Set(names)
    const asking = (all: readonly Provider[], paused: ReadonlySet<string>, attempt: Partial<Attempt> = {}) =>
      ask(all, {}, attempt, new ProviderCircuits(), paused)
    expect(await asking(three(), without('first'))).toEqual(['second'])
    expect(await asking(three(), without('first', 'second', 'third'))).toEqual([])
    expect(await asking([provider('first')], without('first'))).toEqual([])
    expect(await asking(three(), without('first'), { pinnedProvider: 'first' })).toEqual(['second'])
    expect(
      await asking([provider('first'), provider('second')], without('second'), { pinnedProvider: 'second' }),
    ).toEqual(['first'])
  })

  it('waits for a paused provider that may have the message and would know it', async () => {
    const all = [provider('first', true), provider('second')]
    expect(await ask(all, {}, { pinnedProvider: 'first' }, new ProviderCircuits(), new Set(['first']))).toEqual([])
    expect(await ask(all, {}, { pinnedProvider: 'first' }, new ProviderCircuits(), new Set(['second']))).toEqual([
      'first',
    ])
  })
})
