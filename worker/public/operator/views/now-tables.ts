import { type Language, MS_PER_SECOND, say } from '@straks/shared'
import { element } from '../../common/element.ts'
import { shortTime } from '../../common/time.ts'
import { unfolding } from '../../common/unfolding.ts'
import type { Overview } from '../model/answers.ts'
import { organizationsOf } from '../model/organizations.ts'
import { foundAddress } from '../model/place.ts'
import { COUNTS, type Counts, countsByChannel, type Shown } from '../model/series.ts'
import { DESK_WORDS } from '../words/desk-words.ts'
import { NOW_WORDS } from '../words/now-words.ts'
import type { Actions } from './actions.ts'
import { channelName } from './channel-name.ts'
import { type Cell, dataTable } from './data-table.ts'
import { duration, number } from './numbers.ts'
import { providerTable } from './provider-table.ts'

/** Whether the reader has opened the list of the other organisations: it stays open when the numbers are read anew. */
const opened = new Set<string>()

const numbers = (counts: Counts): readonly number[] => COUNTS.map((count) => counts[count])

/** What of an organisation waits, and what could not be handled. */
const standingOf = (one: Overview['organizations'][number], language: Language): readonly Cell[] => [
  one.waiting,
  one.waiting === 0 ? '–' : duration(one.oldestWaitingSeconds * MS_PER_SECOND, language),
  one.uncertain,
  one.deadLetters,
]

/** The same counts by channel, by provider with its circuit, what webhooks and fences hold back, and by organisation with what waits. */
export function nowTables(
  overview: Overview,
  shown: Shown,
  language: Language,
  actions: Actions,
): readonly HTMLElement[] {
  const word = (name: keyof typeof NOW_WORDS): string => say(NOW_WORDS[name], language)
  const [organization, channel] = (['organization', 'channel'] as const).map((name) => say(DESK_WORDS[name], language))
  const counts = COUNTS.map((count) => word(count))
  const table = (caption: string, heads: readonly (string | undefined)[], rows: readonly (readonly Cell[])[]) =>
    dataTable(caption, heads.map(String), rows, (value) => number(value, language))
  const byChannel = countsByChannel(overview, shown)
  const fits = (name: string) => shown.organization === undefined || shown.organization === name
  const { first, rest } = organizationsOf(overview, shown)
  const lags = overview.webhooks.filter((lag) => fits(lag.organization))
  const trips = overview.fences.filter((trip) => fits(trip.organization))
  const organizationTable = (caption: string, some: typeof first): HTMLElement =>
    table(
      caption,
      [organization, ...counts, word('waiting'), word('oldestWaiting'), word('uncertain'), word('deadLetters')],
      some.map((one) => [
        element('a', { href: foundAddress({ organization: one.organization }) }, one.organization),
        ...(one.counted ? numbers(one) : COUNTS.map(() => word('unknown'))),
        ...(one.asked ? standingOf(one, language) : [word('unknown'), '–', word('unknown'), word('unknown')]),
      ]),
    )
  return [
    table(
      word('channels'),
      [channel, ...counts],
      byChannel.map((one) => [channelName(one.channel, language), ...numbers(one)]),
    ),
    providerTable(overview, language, actions),
    ...(lags.length === 0
      ? []
      : [
          table(
            word('webhooks'),
            [organization, word('webhook'), say(DESK_WORDS.state, language), word('waiting'), word('oldestWaiting')],
            lags.map((lag) => [
              ...[lag.organization, lag.id, word(lag.state), lag.waiting],
              duration(lag.oldestWaitingSeconds * MS_PER_SECOND, language),
            ]),
          ),
        ]),
    trips.length === 0
      ? element('p', { class: 'hint' }, word('noFences'))
      : table(
          word('fences'),
          [organization, word('fence'), word('refused'), word('since'), word('last')],
          trips.map((trip) => [
            ...[trip.organization, trip.fence, trip.refused],
            ...[shortTime(trip.since, language), shortTime(trip.last, language)],
          ]),
        ),
    organizationTable(word('organizations'), first),
    ...(rest.length === 0
      ? []
      : [
          unfolding(
            element(
              'details',
              { class: 'as-table' },
              element('summary', { 'data-focus': 'rest' }, say(NOW_WORDS.rest, language, { count: rest.length })),
            ),
            opened,
            'rest',
            () => organizationTable(word('otherOrganizations'), rest),
          ),
        ]),
  ]
}
