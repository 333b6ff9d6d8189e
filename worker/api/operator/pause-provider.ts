import { fail, ok } from '@straks/shared'
import * as z from 'zod'
import { described } from '#described'
import { audited } from '../../operator/audited.ts'
import { deskOf } from '../../platform/objects.ts'
import type { Described } from '../routing/described.ts'
import { type Documentation, json, problem } from '../routing/documentation.ts'
import { NO_QUERY } from '../routing/own-query.ts'
import { defineRoute } from '../routing/route.ts'
import { OPERATOR } from './operator-access.ts'

/** What either answers. */
const answers = (): Documentation['answers'] => ({
  200: json('How it stands now.', () => z.object({ provider: z.string(), paused: z.boolean() })),
  404: problem('No such provider is selected.'),
})

/** Declares one of the two ways to steer a provider. */
const defineSteerRoute = (action: 'pause' | 'resume', documentation: Described<Documentation>) =>
  defineRoute({
    method: 'POST',
    path: `/providers/{provider}/${action}`,
    access: OPERATOR,
    query: NO_QUERY,
    parameters: { provider: { description: 'Its name, as `SMS_PROVIDERS` and `EMAIL_PROVIDERS` have it.' } },
    documentation,
    handle: async ({ params, caller, context }) => {
      const { env, providers, paused } = context
      const known = [...providers.sms, ...providers.email].find(({ name }) => name === params.provider)
      if (!known) return fail({ reason: 'provider-unknown' })
      const isPaused = action === 'pause'
      await audited(
        env,
        { who: caller.who, action, details: `provider ${known.name}` },
        async () => (isPaused ? deskOf(env).pauseProvider(known.name) : deskOf(env).resumeProvider(known.name)),
        (hasChanged) => (hasChanged ? 'done' : 'as it was'),
      )
      paused?.forget()
      return ok(Response.json({ provider: known.name, paused: isPaused }))
    },
  })

/** `POST /straks/v1/operator/providers/{provider}/pause`. */
export const pauseProvider = defineSteerRoute(
  'pause',
  described(() => ({
    id: 'pauseProvider',
    summary: 'Pause a provider',
    description:
      'Within two seconds no new attempt goes to it, until it is resumed. Messages go to the next provider of their channel, or wait inside their time-to-live. What it has already it still reports on.',
    answers: answers(),
  })),
)

/** `POST /straks/v1/operator/providers/{provider}/resume`. */
export const resumeProvider = defineSteerRoute(
  'resume',
  described(() => ({
    id: 'resumeProvider',
    summary: 'Resume a provider',
    description: 'It is asked again, in its place. What waited for it goes within fifteen seconds.',
    answers: answers(),
  })),
)
