import { type Language, MINUTES_PER_HOUR, say } from '@straks/shared'
import { element } from '../../common/element.ts'
import type { Part } from '../../common/reconcile.ts'
import type { DeskState } from '../model/desk-state.ts'
import { namesIn } from '../model/series.ts'
import { DESK_WORDS } from '../words/desk-words.ts'
import { NOW_WORDS } from '../words/now-words.ts'
import type { Actions } from './actions.ts'
import { channelName } from './channel-name.ts'
import { selectField } from './field.ts'

/** How far back, in minutes: a quarter of an hour, an hour, four, a day. */
const PERIODS = [15, 60, 240, 1_440] as const

type Choices = Pick<DeskState, 'overview' | 'shown' | 'minutes' | 'isPaused'>

function periodName(minutes: number, language: Language): string {
  return minutes <= MINUTES_PER_HOUR
    ? say(NOW_WORDS.lastMinutes, language, { minutes })
    : say(NOW_WORDS.lastHours, language, { hours: minutes / MINUTES_PER_HOUR })
}

/** What the reader chooses to see, and whether it goes on by itself. */
export function nowControls(
  { overview, shown, minutes, isPaused }: Choices,
  language: Language,
  actions: Actions,
): Part {
  const members = ['organization', 'channel', 'provider'] as const
  const names = members.map((member) => {
    const known = overview ? namesIn(overview, member) : []
    const chosen = shown[member]
    return [member, chosen === undefined || known.includes(chosen) ? known : [...known, chosen]] as const
  })
  const all = say(DESK_WORDS.all, language)
  return {
    key: 'choices',
    version: JSON.stringify([names, shown, minutes, isPaused]),
    make: () =>
      element(
        'div',
        { class: 'choices', role: 'group', 'aria-label': say(NOW_WORDS.filters, language) },
        selectField({
          label: say(NOW_WORDS.period, language),
          name: 'minutes',
          options: PERIODS.map((one) => [String(one), periodName(one, language)]),
          value: String(minutes),
          choose: (value) => actions.choosePeriod(Number(value)),
        }).node,
        ...names.map(
          ([member, known]) =>
            selectField({
              label: say(DESK_WORDS[member], language),
              name: member,
              options: [
                ['', all],
                ...known.map((name) => [name, member === 'channel' ? channelName(name, language) : name] as const),
              ],
              value: shown[member] ?? '',
              choose: (value) => actions.choose({ ...shown, [member]: value === '' ? undefined : value }),
            }).node,
        ),
        element(
          'button',
          { type: 'button', 'data-focus': 'pause', onclick: actions.pause },
          say(isPaused ? NOW_WORDS.goOn : NOW_WORDS.pause, language),
        ),
      ),
  }
}
