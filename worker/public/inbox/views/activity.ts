import { type Language, say } from '@straks/shared'
import { element, setAttribute } from '../../common/element.ts'
import { type Part, reconcile } from '../../common/reconcile.ts'
import { activityRows, isInFilter } from '../model/activity.ts'
import { FILTERS, type PageState } from '../model/page-state.ts'
import { ACTIVITY_WORDS } from '../words/activity-words.ts'
import type { Actions } from './actions.ts'
import { activityRow } from './activity-row.ts'

/** Lines that are drawn: more than a screen has, fewer than a browser is slow with. */
const SHOWN = 200

/** What clients have sent, and what became of it: here failures are as visible as what arrived. */
export function createActivity(language: Language, actions: Actions) {
  const filters = element(
    'div',
    { class: 'filters', role: 'group', 'aria-label': say(ACTIVITY_WORDS.filters, language) },
    ...FILTERS.map((filter) =>
      element(
        'button',
        { type: 'button', value: filter, onclick: () => actions.filter(filter) },
        say(ACTIVITY_WORDS[filter], language),
        ' ',
        element('span', { class: 'count' }),
      ),
    ),
  )
  const list = element('ol', { class: 'activity-list' })
  const title = element('h2', {}, say(ACTIVITY_WORDS.activity, language))
  const node = element(
    'section',
    { class: 'activity-side', 'aria-label': say(ACTIVITY_WORDS.activity, language) },
    title,
    filters,
    list,
  )

  function update(state: PageState): void {
    const rows = activityRows(state)
    for (const button of filters.querySelectorAll('button')) {
      const filter = FILTERS.find((one) => one === button.value)
      if (!filter) continue
      setAttribute(button, 'aria-pressed', String(filter === state.filter))
      const count = button.querySelector('.count')
      if (count) count.textContent = String(rows.filter((row) => isInFilter(filter, row)).length)
    }
    const shown = rows.filter((row) => isInFilter(state.filter, row)).slice(0, SHOWN)
    reconcile(list, shown.length > 0 ? shown.map((row) => activityRow(row, state, actions)) : [nothingYet(language)])
  }

  return { node, update }
}

const nothingYet = (language: Language): Part => ({
  key: 'nothing',
  make: () => element('li', { class: 'nothing' }, say(ACTIVITY_WORDS.nothing, language)),
})
