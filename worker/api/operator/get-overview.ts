import { ok, words } from '@straks/shared'
import * as z from 'zod'
import { described } from '#described'
import { bySteps, type MinuteTally, MOST_MINUTES, type Steps, summed } from '../../feed/statistics.ts'
import { type Histogram, percentile, type Tally } from '../../feed/tally.ts'
import { REFUSALS_SHOWN_MS } from '../../operator/fence-refusals.ts'
import { type OrganizationOverview, overviewOf, refusalsSince, stepsUpTo } from '../../operator/overview.ts'
import { mayNeedSomeone } from '../../webhooks/endpoint.ts'
import { json } from '../routing/documentation.ts'
import { ownQueryOf } from '../routing/own-query.ts'
import { defineRoute } from '../routing/route.ts'
import { organizationName } from './on-shipment.ts'
import { OPERATOR } from './operator-access.ts'
import { providerStates } from './provider-states.ts'

const OverviewQuery = () =>
  z.object({
    minutes: z
      .string()
      .regex(/^\d{1,4}$/)
      .transform(Number)
      .pipe(z.int().min(1).max(MOST_MINUTES))
      .default(60)
      .describe(words(() => `How many minutes up to now: 60, or up to ${MOST_MINUTES}.`)),
    organization: organizationName()
      .optional()
      .describe(words(() => 'One that has rows of its own in `perMinute`, however little it sends.')),
  })

const toTime = (ms: number): string => new Date(ms).toISOString()

const countsOf = ({ accepted, sent, delivered, failed }: Tally) => ({ accepted, sent, delivered, failed })

const percentilesOf = (histogram: Histogram) => ({
  p50: percentile(histogram, 0.5),
  p95: percentile(histogram, 0.95),
  p99: percentile(histogram, 0.99),
})

const secondsSince = (ms: number | undefined, nowMs: number): number =>
  ms === undefined ? 0 : Math.max(0, Math.round((nowMs - ms) / 1_000))

/** A key of tallies as channel and provider. */
export function tallyNamesOf(key: string): { channel: 'sms' | 'email'; provider: string } {
  const [channel, provider = ''] = key.split(' ')
  return { channel: channel === 'email' ? 'email' : 'sms', provider }
}

/** Organisations with rows of their own: with all of a thousand an answer would be too long for a phone. */
const MOST_ROWS_OF_OWN = 50

/** What happened by the step: of those that send most and of the one that is named each for itself, of all others together. */
export function perMinuteOf(all: readonly OrganizationOverview[], named: string | undefined, steps: Steps) {
  const isOwn = ({ organization }: OrganizationOverview, index: number): boolean =>
    index < MOST_ROWS_OF_OWN || organization === named
  const others = all.filter((one, index) => !isOwn(one, index)).flatMap(({ minutes }) => minutes)
  return [
    ...all.filter(isOwn).flatMap((one) => one.minutes.map((minute) => toMinute(one.organization, minute))),
    ...bySteps(others, steps).map((minute) => toMinute('', minute)),
  ]
}

const toMinute = (organization: string, { minuteMs, key, tally }: MinuteTally) => ({
  at: toTime(minuteMs),
  organization,
  ...tallyNamesOf(key),
  ...countsOf(tally),
})

const tripsOf = ({ organization, fences }: OrganizationOverview, nowMs: number) =>
  refusalsSince(fences, nowMs - REFUSALS_SHOWN_MS).map(({ fence, refused, sinceMs, lastMs }) => ({
    organization,
    fence,
    refused,
    since: toTime(sinceMs),
    last: toTime(lastMs),
  }))

const lagsOf = ({ organization, webhooks }: OrganizationOverview, nowMs: number) =>
  webhooks.filter(mayNeedSomeone).map(({ id, state, disabledReason, waiting, oldestWaitingMs }) => ({
    organization,
    id,
    state,
    disabledReason,
    waiting,
    oldestWaitingSeconds: secondsSince(oldestWaitingMs, nowMs),
  }))

const least = (times: readonly number[]): number | undefined =>
  times.length === 0 ? undefined : times.reduce((one, other) => Math.min(one, other))

/** `GET /straks/v1/operator/overview`: how the service fares now. */
export const getOverview = defineRoute({
  method: 'GET',
  path: '/overview',
  access: OPERATOR,
  query: ownQueryOf(OverviewQuery),
  documentation: described(() => ({
    id: 'getOverview',
    summary: 'See how the service fares',
    answers: { 200: json('Counts, times, what waits, and what stands in the way.', 'Overview') },
  })),
  handle: async ({ query: { minutes, organization }, context }) => {
    const nowMs = Date.now()
    const all = await overviewOf(context.env, minutes, nowMs)
    const tally = summed(all.map((one) => one.tally))
    const byProvider = (name: string, channel: string) =>
      summed(all.flatMap((one) => one.minutes.filter(({ key }) => key === `${channel} ${name}`).map((it) => it.tally)))
    return ok(
      Response.json({
        at: toTime(nowMs),
        minutes,
        ...countsOf(tally),
        deliveredWithin10s: tally.codes === 0 ? null : tally.quickCodes / tally.codes,
        acceptedToProviderMs: percentilesOf(tally.toProvider),
        acceptedToDeliveredMs: percentilesOf(tally.toDelivered),
        waiting: all.reduce((sum, one) => sum + one.waiting, 0),
        oldestWaitingSeconds: secondsSince(least(all.flatMap((one) => one.oldestWaitingMs ?? [])), nowMs),
        uncertain: all.reduce((sum, one) => sum + one.uncertain, 0),
        deadLetters: all.reduce((sum, one) => sum + one.deadLetters, 0),
        coverage: {
          organizations: all.length,
          counted: all.filter(({ isCounted }) => isCounted).length,
          asked: all.filter(({ isAsked }) => isAsked).length,
          askedSince: toTime(least(all.flatMap(({ askedMs }) => askedMs ?? [])) ?? nowMs),
        },
        organizations: all.map((one) => ({
          organization: one.organization,
          counted: one.isCounted,
          asked: one.isAsked,
          askedAt: one.askedMs === undefined ? undefined : toTime(one.askedMs),
          ...countsOf(one.tally),
          waiting: one.waiting,
          oldestWaitingSeconds: secondsSince(one.oldestWaitingMs, nowMs),
          uncertain: one.uncertain,
          deadLetters: one.deadLetters,
        })),
        providers: (await providerStates(context)).map((provider) => {
          const { sent, delivered, failed } = byProvider(provider.name, provider.channel)
          return { ...provider, sent, delivered, failed }
        }),
        fences: all.flatMap((one) => tripsOf(one, nowMs)),
        webhooks: all.flatMap((one) => lagsOf(one, nowMs)),
        perMinute: perMinuteOf(all, organization, stepsUpTo(minutes, nowMs)),
      }),
    )
  },
})
