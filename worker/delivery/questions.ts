import type { Outcome } from '../domain/outcome.ts'
import { inboxProvider } from '../providers/inbox/inbox-provider.ts'
import type { Provider } from '../providers/provider.ts'
import type { Providers } from '../providers/registry.ts'
import type { Attempt } from './attempt.ts'
import { ProviderDesk } from './provider-desk.ts'

/** Whether an outcome tells of a provider that is in trouble. */
export const isIll = ({ kind }: Outcome): boolean => kind === 'unavailable' || kind === 'uncertain'

const signOf = (outcome: Outcome) => (isIll(outcome) ? 'ill' : 'well')

/**
 * The providers that may be asked, in order of preference. The one that was asked last and is done with comes last: a
 * message must not wait until others have shown that its provider is ill.
 */
function inOrder(all: readonly Provider[], askedLast: string | undefined): readonly Provider[] {
  const isAsked = ({ name }: Provider) => name === askedLast
  return [...all.filter((provider) => !isAsked(provider)), ...all.filter(isAsked)]
}

/** A way to ask one provider; gives nothing where the provider is not to be asked now. */
export type Question = {
  readonly provider: Provider
  readonly put: (call: () => Promise<Outcome>) => Promise<Outcome | undefined>
}

/**
 * Whom to ask, one after the other until one says what became of the message.
 *
 * The provider that may already have it comes first, whether it works or not; what it says of a message it has seen before
 * is no sign of how it does with others. Then those that work. Where none does, one all the same.
 */
export function* questions(env: Env, providers: Providers, attempt: Attempt): Generator<Question> {
  const all = attempt.simulated ? [inboxProvider(env)] : inOrder(providers[attempt.content.channel], attempt.askedLast)
  const held = all.find(({ name }) => name === attempt.stayWith)
  if (held) yield { provider: held, put: (call) => call() }
  if (held?.honoursReferences) return
  let wasAsked = held !== undefined
  const ask = (provider: Provider) => async (call: () => Promise<Outcome>) => {
    const outcome = await ProviderDesk.of(provider).tryCall(call, signOf)
    wasAsked ||= outcome !== undefined
    return outcome
  }
  if (all.length > 1) for (const provider of all) if (provider !== held) yield { provider, put: ask(provider) }
  if (wasAsked) return
  const any = all.find((provider) => ProviderDesk.of(provider).isUp) ?? all[0]
  if (any) yield { provider: any, put: (call) => ProviderDesk.of(any).call(call, signOf) }
}
