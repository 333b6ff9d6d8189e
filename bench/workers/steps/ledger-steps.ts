import { LONGEST_AFTER_ANSWER_MS } from '../../../worker/delivery/attempt.ts'
import { deliver } from '../../../worker/delivery/deliver.ts'
import { ProviderCircuits } from '../../../worker/delivery/provider-circuits.ts'
import { ledgerOf } from '../../../worker/platform/objects.ts'
import { continueTrace } from '../../../worker/platform/trace.ts'
import { RecordingProvider } from '../recording-provider.ts'
import { ORGANIZATION, orderOf } from './example.ts'
import type { Probe } from './probe.ts'
import { apart, once, type Steps } from './step.ts'

type Probes = { readonly PROBE: DurableObjectNamespace<Probe> }

/** Calls of objects: the bare ones, then the ledger's. Keys of one run differ from those of the last. */
export function ledgerSteps(env: Env & Probes, run: string): Steps {
  const kept = env.PROBE.getByName('probe')
  const provider = new RecordingProvider(0)
  const services = { providers: { sms: [provider], email: [provider] }, circuits: new ProviderCircuits() }
  const accept = async (key: string) => {
    const order = await orderOf(key)
    return ledgerOf(env, ORGANIZATION, order).acceptInstant(order)
  }
  const report = async (key: string) => {
    const { orderKey } = await orderOf(key)
    const told = { attempt: 1, provider: provider.name, outcome: { kind: 'taken' } } as const
    const known = { ...told, honoursReferences: true, hasAlternatives: false }
    await ledgerOf(env, ORGANIZATION, { orderKey }).report([
      { address: { orderKey, number: 1, position: 0 }, told: known },
    ])
  }
  const deliverOnce = async (key: string) => {
    const order = await orderOf(key)
    const { orderKey, content, destination: to } = order
    await deliver(env, services, {
      organization: ORGANIZATION,
      address: { orderKey, number: 1, position: 0 },
      attempt: 1,
      ...{
        to,
        content,
        simulated: false,
        longestMs: LONGEST_AFTER_ANSWER_MS,
        pinnedProvider: undefined,
        previousProvider: undefined,
      },
      expiresAtMs: Date.now() + order.timeToLiveMs,
      trace: continueTrace(null),
    })
  }
  return {
    'object: a call that does nothing': apart(() => kept.nothing()),
    'object: the same, its stub made anew': apart(() => env.PROBE.getByName('probe').nothing()),
    'object: one insert': apart((index) => kept.insert(`${run}-${index}`)),
    'object: one insert and `sync()`': apart((index) => kept.insertAndSync(`${run}-sync-${index}`)),
    'ledger: a new order': once((index) => accept(`${run}-accept-${index}`)),
    'ledger: a replay': apart(() => accept('replayed')),
    'delivery after the answer: provider, log, report': {
      perRequest: 1,
      prepare: (index) => accept(`${run}-deliver-${index}`),
      run: (index) => deliverOnce(`${run}-deliver-${index}`),
    },
    '· report to the ledger': {
      perRequest: 0,
      prepare: (index) => accept(`${run}-report-${index}`),
      run: (index) => report(`${run}-report-${index}`),
    },
  }
}
