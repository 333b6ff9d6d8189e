import { MS_PER_MINUTE } from '@straks/shared'
import type { Overview } from './answers.ts'

/** Bars of a plot: more than these cannot be told apart on a phone. */
const MOST_BARS = 60

export const COUNTS = ['accepted', 'sent', 'delivered', 'failed'] as const
export type Count = (typeof COUNTS)[number]
export type Counts = Readonly<Record<Count, number>>

/** What is shown of an overview; a member that is left out shows all. */
export type Shown = {
  readonly organization?: string | undefined
  readonly channel?: string | undefined
  readonly provider?: string | undefined
}

/** One bar: what happened in some minutes from a moment on, for each minute. */
export type SeriesBar = { readonly at: string; readonly perMinute: Counts }

type Minute = Overview['perMinute'][number]

const fits = ({ organization, channel, provider }: Shown, minute: Minute): boolean =>
  (organization === undefined || organization === minute.organization) &&
  (channel === undefined || channel === minute.channel) &&
  (provider === undefined || provider === minute.provider)

const NONE: Counts = { accepted: 0, sent: 0, delivered: 0, failed: 0 }

const plus = (one: Counts, other: Counts): Counts => ({
  accepted: one.accepted + other.accepted,
  sent: one.sent + other.sent,
  delivered: one.delivered + other.delivered,
  failed: one.failed + other.failed,
})

const dividedBy = (counts: Counts, minutes: number): Counts => ({
  accepted: counts.accepted / minutes,
  sent: counts.sent / minutes,
  delivered: counts.delivered / minutes,
  failed: counts.failed / minutes,
})

/** All that happened, as one. */
export const totalOf = (overview: Overview, shown: Shown): Counts =>
  overview.perMinute.filter((minute) => fits(shown, minute)).reduce<Counts>(plus, NONE)

/** What happened by the minute, quiet minutes too. The last bar is still going on. */
export function barsOf(overview: Overview, shown: Shown): readonly SeriesBar[] {
  const width = Math.ceil(overview.minutes / MOST_BARS)
  const atMs = Date.parse(overview.at)
  const fromMs = atMs - (atMs % MS_PER_MINUTE) - (overview.minutes - 1) * MS_PER_MINUTE
  const sums = Array.from({ length: Math.ceil(overview.minutes / width) }, () => NONE)
  for (const minute of overview.perMinute) {
    const index = Math.floor((Date.parse(minute.at) - fromMs) / (width * MS_PER_MINUTE))
    const sum = sums[index]
    if (sum && fits(shown, minute)) sums[index] = plus(sum, minute)
  }
  return sums.map((sum, index) => ({
    at: new Date(fromMs + index * width * MS_PER_MINUTE).toISOString(),
    perMinute: dividedBy(sum, width),
  }))
}

/** What there is to choose among: names that an overview has, in their order. */
export function namesIn(overview: Overview, member: 'organization' | 'channel' | 'provider'): readonly string[] {
  const names =
    member === 'organization'
      ? overview.organizations.map(({ organization }) => organization)
      : overview.perMinute.map((minute) => minute[member])
  return [...new Set(names)].filter((name) => name !== '').sort()
}

/** What happened by channel, of what is shown; most of all first. */
export const countsByChannel = (overview: Overview, shown: Shown): readonly (Counts & { readonly channel: string })[] =>
  [
    ...Map.groupBy(
      overview.perMinute.filter((minute) => fits(shown, minute)),
      ({ channel }) => channel,
    ),
  ]
    .map(([channel, minutes]) => ({ channel, ...minutes.reduce<Counts>(plus, NONE) }))
    .sort((one, other) => other.accepted - one.accepted)
