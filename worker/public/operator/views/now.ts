import { type Language, say } from '@straks/shared'
import { element } from '../../common/element.ts'
import { reconcile } from '../../common/reconcile.ts'
import { clockTime, shortTime } from '../../common/time.ts'
import { unfolding } from '../../common/unfolding.ts'
import type { Overview } from '../model/answers.ts'
import type { DeskState } from '../model/desk-state.ts'
import { barsOf, COUNTS, type SeriesBar, type Shown, totalOf } from '../model/series.ts'
import { NOW_WORDS } from '../words/now-words.ts'
import type { Actions } from './actions.ts'
import { dataTable } from './data-table.ts'
import { figures } from './figures.ts'
import { nowControls } from './now-controls.ts'
import { nowTables } from './now-tables.ts'
import { number } from './numbers.ts'
import { plot } from './plot.ts'

/** Tables that the reader has opened: they stay open when the numbers are read anew. */
const opened = new Set<string>()

/** The plots in numbers, the latest first. */
function barTable(bars: readonly SeriesBar[], language: Language): HTMLElement {
  const word = (name: keyof typeof NOW_WORDS): string => say(NOW_WORDS[name], language)
  return dataTable(
    word('perMinute'),
    [word('from'), ...COUNTS.map((count) => word(count))],
    bars.toReversed().map(({ at, perMinute }) => [shortTime(at, language), ...COUNTS.map((count) => perMinute[count])]),
    (value) => number(value, language),
  )
}

function plots(overview: Overview, shown: Shown, language: Language): HTMLElement {
  const bars = barsOf(overview, shown)
  const totals = totalOf(overview, shown)
  const title = element('summary', { 'data-focus': 'bars' }, say(NOW_WORDS.asTable, language))
  return element(
    'div',
    {},
    element('div', { class: 'plots' }, ...COUNTS.map((count) => plot(count, totals[count], bars, language))),
    unfolding(element('details', { class: 'as-table' }, title), opened, 'bars', () => barTable(bars, language)),
  )
}

/** When the numbers were read, and which organisations they leave out. */
function readAt(
  { overview, isPaused }: Pick<DeskState, 'isPaused'> & { overview: Overview },
  language: Language,
): string {
  const { organizations, counted, asked, askedSince } = overview.coverage
  return [
    say(isPaused ? NOW_WORDS.paused : NOW_WORDS.updated, language, { time: clockTime(overview.at, language) }),
    ...(counted < organizations ? [say(NOW_WORDS.notCounted, language, { counted, organizations })] : []),
    ...(asked < organizations ? [say(NOW_WORDS.notAsked, language, { asked, organizations })] : []),
    ...(askedSince < overview.at
      ? [say(NOW_WORDS.askedSince, language, { time: clockTime(askedSince, language) })]
      : []),
  ].join(' ')
}

/** How the service fares: figures, plots, tables. */
export function createNow(language: Language, actions: Actions) {
  const controls = element('div')
  const read = element('p', { class: 'hint', id: 'read-at' })
  const body = element('div', { class: 'now-body' })
  const node = element(
    'section',
    { class: 'sheet', 'aria-label': say(NOW_WORDS.title, language) },
    controls,
    read,
    body,
  )

  function update({ overview, shown, minutes, isPaused }: DeskState): void {
    const choices = nowControls({ overview, shown, minutes, isPaused }, language, actions)
    reconcile(controls, [choices])
    if (!overview) {
      read.textContent = ''
      reconcile(body, [])
      return
    }
    read.textContent = readAt({ overview, isPaused }, language)
    const version = `${overview.at} ${JSON.stringify(shown)}`
    reconcile(body, [
      { key: 'figures', version, make: () => figures(overview, language) },
      { key: 'plots', version, make: () => plots(overview, shown, language) },
      {
        key: 'tables',
        version,
        make: () => element('div', { class: 'tables' }, ...nowTables(overview, shown, language, actions)),
      },
    ])
  }

  return { node, update }
}
