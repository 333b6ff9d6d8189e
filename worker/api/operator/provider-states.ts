import { deskOf } from '../../platform/objects.ts'
import type { RequestContext } from '../http/request-context.ts'

/** How this process judges each provider, by its own messages, and which of them operators have paused. */
export async function providerStates({
  env,
  providers,
  circuits,
}: Pick<RequestContext, 'env' | 'providers' | 'circuits'>) {
  const pauses = new Map((await deskOf(env).pausedProviders()).map(({ provider, sinceMs }) => [provider, sinceMs]))
  return (['sms', 'email'] as const).flatMap((channel) =>
    providers[channel].map((provider) => {
      const sinceMs = pauses.get(provider.name)
      return {
        name: provider.name,
        channel,
        state: circuits.of(provider).state,
        paused: sinceMs !== undefined,
        ...(sinceMs !== undefined && { pausedSince: new Date(sinceMs).toISOString() }),
      }
    }),
  )
}
