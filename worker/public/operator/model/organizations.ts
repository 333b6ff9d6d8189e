import type { Overview } from './answers.ts'
import type { Shown } from './series.ts'

type Organization = Overview['organizations'][number]

/** Rows that are shown at once: a phone is not to be scrolled past a thousand. */
const MOST_ROWS = 20

/** Waiting for longer than this is more than a busy moment. */
const LONG_SECONDS = 60

/** Whether someone should look at it. */
const isTroubled = ({ deadLetters, oldestWaitingSeconds }: Organization): boolean =>
  deadLetters > 0 || oldestWaitingSeconds > LONG_SECONDS

/** The organisations that are shown: those first of which something waits long or could not be handled; the rest apart. */
export function organizationsOf(
  overview: Overview,
  shown: Shown,
): { readonly first: readonly Organization[]; readonly rest: readonly Organization[] } {
  const fitting = overview.organizations.filter(
    ({ organization }) => shown.organization === undefined || shown.organization === organization,
  )
  const all = [...fitting.filter(isTroubled), ...fitting.filter((one) => !isTroubled(one))]
  return { first: all.slice(0, MOST_ROWS), rest: all.slice(MOST_ROWS) }
}
