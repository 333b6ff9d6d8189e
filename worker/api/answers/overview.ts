import * as z from 'zod'

const counts = {
  accepted: z.int().meta({ description: 'Accepted, or made of an order that fell due.' }),
  sent: z.int().meta({ description: 'Taken by a provider, whether they have ended or not.' }),
  delivered: z.int(),
  failed: z.int(),
}

const percentiles = () =>
  z
    .object({ p50: z.int().nullable(), p95: z.int().nullable(), p99: z.int().nullable() })
    .meta({ description: 'In milliseconds; from a histogram, so about. `null`: there was none.' })

/** How the service fares, for the description. */
export const Overview = () =>
  z.object({
    at: z.iso.datetime().meta({ description: 'When it was counted: the last of the minutes is still going on.' }),
    minutes: z.int(),
    ...counts,
    deliveredWithin10s: z.number().nullable().meta({
      description:
        'Of the instant messages that ended, or were accepted more than ten seconds ago, the share that was delivered within ten seconds of its acceptance, 0 to 1; `null`: there was none.',
    }),
    acceptedToProviderMs: percentiles(),
    acceptedToDeliveredMs: percentiles(),
    waiting: z.int().meta({ description: 'Messages that no provider has or may have, and orders that are due.' }),
    oldestWaitingSeconds: z.number(),
    uncertain: z.int().meta({
      description: 'Messages that a provider may have and has not said so: nothing tries them again but an operator.',
    }),
    deadLetters: z.int(),
    coverage: z
      .object({
        organizations: z.int().meta({ description: 'How many there are.' }),
        counted: z.int().meta({ description: 'How many of them are in the counts.' }),
        asked: z.int().meta({
          description:
            'Of how many it is known what waits, dead letters and webhooks among it: they were asked, or have come to rest.',
        }),
        askedSince: z.iso.datetime().meta({
          description: 'When the one was asked that was asked longest ago: only so many can be asked at a time.',
        }),
      })
      .meta({ description: 'What is told here is of so many organisations: the others could not be asked in time.' }),
    organizations: z.array(
      z.object({
        organization: z.string(),
        counted: z.boolean().meta({ description: 'Whether its messages are counted.' }),
        asked: z.boolean().meta({ description: 'Whether it is known what of it waits.' }),
        askedAt: z.iso.datetime().optional().meta({ description: 'When it was asked; left out of one at rest.' }),
        ...counts,
        waiting: z.int(),
        oldestWaitingSeconds: z.number(),
        uncertain: z.int(),
        deadLetters: z.int(),
      }),
    ),
    providers: z
      .array(
        z.object({
          name: z.string(),
          channel: z.enum(['sms', 'email']),
          state: z.enum(['closed', 'open', 'half-open']),
          paused: z.boolean().meta({ description: 'Whether operators have paused it.' }),
          pausedSince: z.iso.datetime().optional(),
          sent: z.int(),
          delivered: z.int(),
          failed: z.int(),
        }),
      )
      .meta({ description: 'With their circuit breakers as the process that answers has them.' }),
    fences: z.array(
      z.object({
        organization: z.string(),
        fence: z.string(),
        refused: z.int(),
        since: z.iso.datetime(),
        last: z.iso.datetime(),
      }),
    ),
    webhooks: z
      .array(
        z.object({
          organization: z.string(),
          id: z.uuid(),
          state: z.enum(['enabled', 'disabled']),
          disabledReason: z.string().optional(),
          waiting: z.int(),
          oldestWaitingSeconds: z.int().meta({ description: 'How far it lags behind.' }),
        }),
      )
      .meta({
        description: 'Those that something waits for, and those that are disabled; none that its owner has disabled.',
      }),
    perMinute: z
      .array(
        z.object({
          at: z.iso.datetime(),
          organization: z
            .string()
            .meta({ description: 'Those that send most, and the one that was named. Empty: all others together.' }),
          channel: z.enum(['sms', 'email']),
          provider: z
            .string()
            .meta({ description: 'Empty for what no provider has, and for what none was asked for.' }),
          ...counts,
        }),
      )
      .meta({ description: 'By the minute; of more than an hour, in sixty steps of several minutes each.' }),
  })

export type OverviewAnswer = z.infer<ReturnType<typeof Overview>>
