import { MS_PER_SECOND, ok } from '@straks/shared'
import * as z from 'zod'
import { described } from '#described'
import type { Tally } from '../../feed/tally.ts'
import { type Metric, writeOpenMetrics } from '../../operator/open-metrics.ts'
import { type OrganizationOverview, overviewOf, refusalsSince } from '../../operator/overview.ts'
import { content } from '../routing/documentation.ts'
import { NO_QUERY } from '../routing/own-query.ts'
import { defineRoute } from '../routing/route.ts'
import { tallyNamesOf } from './get-overview.ts'
import { OPERATOR } from './operator-access.ts'
import { providerStates } from './provider-states.ts'

const OPEN_METRICS = 'application/openmetrics-text; version=1.0.0; charset=utf-8'

/** How long a fence counts as one that refuses after its last refusal: then an alert about it is over. */
const REFUSING_MS = 600_000

type Labelled = { readonly labels: Readonly<Record<string, string>>; readonly tally: Tally }

/** What has been counted since ever, by organisation, channel and provider. What is not known is left out: 0 is a number. */
const talliesOf = (all: readonly OrganizationOverview[]): readonly Labelled[] =>
  all.flatMap(({ organization, isCounted, totals }) =>
    isCounted
      ? Object.entries(totals.tallies).map(([key, tally]) => ({
          labels: { organization, ...tallyNamesOf(key) },
          tally,
        }))
      : [],
  )

const counter = (name: string, help: string, tallies: readonly Labelled[], read: (tally: Tally) => number): Metric => ({
  name,
  help,
  type: 'counter',
  samples: tallies.map(({ labels, tally }) => ({ labels, value: read(tally) })),
})

const gauge = (
  name: string,
  help: string,
  all: readonly OrganizationOverview[],
  read: (one: OrganizationOverview) => number,
): Metric => ({
  name,
  help,
  type: 'gauge',
  samples: all
    .filter(({ isAsked }) => isAsked)
    .map((one) => ({ labels: { organization: one.organization }, value: read(one) })),
})

/** Of how many organisations the metrics tell. */
const ofAll = (name: string, help: string, value: number): Metric => ({
  name,
  help,
  type: 'gauge',
  samples: [{ labels: {}, value }],
})

const enabledOf = ({ webhooks }: OrganizationOverview) => webhooks.filter(({ state }) => state === 'enabled')

const STATES = ['closed', 'half-open', 'open'] as const

/** All that is told of the service. */
export function metricsOf(
  all: readonly OrganizationOverview[],
  providers: Awaited<ReturnType<typeof providerStates>>,
  nowMs: number,
): readonly Metric[] {
  const tallies = talliesOf(all)
  const waitedSince = (ms: number | undefined): number =>
    ms === undefined ? 0 : Math.max(0, (nowMs - ms) / MS_PER_SECOND)
  const waited = ({ oldestWaitingMs }: OrganizationOverview): number => waitedSince(oldestWaitingMs)
  return [
    counter('straks_messages_ended', 'Messages that ended, however.', tallies, ({ accepted }) => accepted),
    counter('straks_messages_sent', 'Messages that ended and that a provider took.', tallies, ({ sent }) => sent),
    counter('straks_messages_delivered', 'Messages that were delivered.', tallies, ({ delivered }) => delivered),
    counter('straks_messages_failed', 'Messages that failed.', tallies, ({ failed }) => failed),
    counter('straks_codes', 'Instant messages that ended.', tallies, ({ codes }) => codes),
    counter(
      'straks_codes_within_10s',
      'Instant messages delivered within ten seconds of their acceptance.',
      tallies,
      ({ quickCodes }) => quickCodes,
    ),
    {
      name: 'straks_accepted_to_provider_seconds',
      type: 'histogram',
      help: 'From acceptance to the first call to a provider.',
      samples: tallies.map(({ labels, tally }) => ({ labels, histogram: tally.toProvider })),
    },
    {
      name: 'straks_accepted_to_delivered_seconds',
      type: 'histogram',
      help: 'From acceptance to delivery.',
      samples: tallies.map(({ labels, tally }) => ({ labels, histogram: tally.toDelivered })),
    },
    gauge(
      'straks_messages_waiting',
      'Messages that no provider has, and orders that are due.',
      all,
      ({ waiting }) => waiting,
    ),
    gauge('straks_webhook_waiting', 'Posts to enabled webhooks that wait.', all, (one) =>
      enabledOf(one).reduce((sum, { waiting }) => sum + waiting, 0),
    ),
    gauge('straks_webhook_lag_seconds', 'How long the oldest post to an enabled webhook has waited.', all, (one) =>
      enabledOf(one).reduce((most, { oldestWaitingMs }) => Math.max(most, waitedSince(oldestWaitingMs)), 0),
    ),
    gauge('straks_oldest_waiting_seconds', 'How long the oldest message that waits has waited.', all, waited),
    gauge(
      'straks_messages_uncertain',
      'Messages that a provider may have, and that nothing tries again.',
      all,
      ({ uncertain }) => uncertain,
    ),
    gauge('straks_dead_letters', 'Shipments that no worker could handle.', all, ({ deadLetters }) => deadLetters),
    ofAll('straks_organizations_known', 'Organisations that have used the service.', all.length),
    ofAll(
      'straks_organizations_counted',
      'Those of them whose messages are counted here.',
      all.filter(({ isCounted }) => isCounted).length,
    ),
    ofAll(
      'straks_organizations_asked',
      'Those of which it is known what waits: the others have no such samples.',
      all.filter(({ isAsked }) => isAsked).length,
    ),
    {
      name: 'straks_provider_circuit',
      type: 'gauge',
      help: 'The state of a provider’s circuit breaker in the process that answers: 1 for the one it is in.',
      samples: providers.flatMap(({ name, channel, state }) =>
        STATES.map((one) => ({ labels: { provider: name, channel, state: one }, value: state === one ? 1 : 0 })),
      ),
    },
    {
      name: 'straks_provider_paused',
      type: 'gauge',
      help: 'Whether operators have paused a provider: 1 where they have.',
      samples: providers.map(({ name, channel, paused }) => ({
        labels: { provider: name, channel },
        value: paused ? 1 : 0,
      })),
    },
    {
      name: 'straks_fence_refused',
      type: 'gauge',
      help: 'Requests that a fence has refused since it last began to, until it has refused none for ten minutes.',
      samples: all.flatMap(({ organization, fences }) =>
        refusalsSince(fences, nowMs - REFUSING_MS).map(({ fence, refused }) => ({
          labels: { organization, fence },
          value: refused,
        })),
      ),
    },
  ]
}

/** `GET /straks/v1/operator/metrics`: OpenMetrics text, for Prometheus and what reads as it does. */
export const getMetrics = defineRoute({
  method: 'GET',
  path: '/metrics',
  access: OPERATOR,
  query: NO_QUERY,
  documentation: described(() => ({
    id: 'getMetrics',
    summary: 'Read the metrics',
    description: 'Counters only grow, through restarts too. The names and what they mean: docs/operate.',
    answers: { 200: content('OpenMetrics text.', OPEN_METRICS, () => z.string()) },
  })),
  handle: async ({ context }) => {
    const nowMs = Date.now()
    const all = await overviewOf(context.env, 1, nowMs)
    const text = writeOpenMetrics(metricsOf(all, await providerStates(context), nowMs))
    return ok(new Response(text, { headers: { 'content-type': OPEN_METRICS } }))
  },
})
