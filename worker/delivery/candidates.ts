import type { Outcome } from '../domain/outcome.ts'
import type { TimedMoment } from '../platform/timeout.ts'
import { inboxProvider } from '../providers/inbox/inbox-provider.ts'
import type { Provider } from '../providers/provider.ts'
import type { Attempt } from './attempt.ts'
import { inPreference } from './preference.ts'
import type { AttemptServices } from './services.ts'

/** Whether the provider did not say what becomes of the message. */
export const isUnanswered = ({ kind }: Outcome): boolean => kind === 'unavailable' || kind === 'uncertain'

/** What an outcome says of the provider: one recipient who cannot be reached is no failure of it. */
const judge = (outcome: Outcome) =>
  outcome.kind === 'uncertain' || (outcome.kind === 'unavailable' && outcome.concerns === undefined)
    ? 'failure'
    : 'success'

/**
 * The providers of a channel, in order of preference. The one that was asked last and is done with comes last: a message
 * must not wait until others have shown that its provider is down.
 */
function inOrder(all: readonly Provider[], previousProvider: string | undefined): readonly Provider[] {
  const isPrevious = ({ name }: Provider) => name === previousProvider
  return [...all.filter((provider) => !isPrevious(provider)), ...all.filter(isPrevious)]
}

const NONE: ReadonlySet<string> = new Set()

/** Hands the message over; gives nothing where its time is over. `slow` is when it will count as slow, where that is watched. */
type Call = (slow?: TimedMoment) => Promise<Outcome> | undefined

/** A provider that may be asked; `ask` gives nothing where it is not asked now. */
type Candidate = {
  readonly provider: Provider
  readonly ask: (call: Call) => Promise<Outcome | undefined>
}

/**
 * The providers to ask, one after the other until one says what became of the message.
 *
 * The provider that may already have it, and would recognise it, comes first, whether it works or not; what it says of a
 * message it has seen before is no sign of how it does with others. Then those that work. If none does, one all the same;
 * where operators have paused all of them, none.
 */
export function* candidates(
  env: Env,
  { providers, circuits }: AttemptServices,
  { simulated, address, content, pinnedProvider, previousProvider }: Attempt,
  paused: ReadonlySet<string> = NONE,
): Generator<Candidate> {
  if (simulated) {
    yield { provider: inboxProvider(env), ask: async (call) => call() }
    return
  }
  const ordered = inOrder(inPreference(providers[content.channel], address), previousProvider)
  const all = ordered.filter(({ name }) => !paused.has(name))
  const holder = ordered.find(({ name }) => name === pinnedProvider)
  // Whether it has the message only it can say: until it is resumed, another would send a second copy.
  if (holder?.honoursReferences && paused.has(holder.name)) return
  // One more try may be one more copy where references are not honoured, wherever it is made. It is made at another
  // provider if there is one: the platform does not tell a provider that is gone from one whose answer was lost.
  const pinned = holder?.honoursReferences || (all.length === 1 && all[0] === holder) ? holder : undefined
  if (pinned) yield { provider: pinned, ask: async (call) => call() }
  if (pinned?.honoursReferences) return
  let wasAsked = pinned !== undefined
  const ask = (provider: Provider) => async (call: Call) => {
    const outcome = await circuits.of(provider).tryCall(call, judge)
    wasAsked ||= outcome !== undefined
    return outcome
  }
  if (all.length > 1) for (const provider of all) if (provider !== pinned) yield { provider, ask: ask(provider) }
  if (wasAsked) return
  const any = all.find((provider) => circuits.of(provider).state === 'closed') ?? all[0]
  if (any) yield { provider: any, ask: (call) => circuits.of(any).call(call, judge) }
}
