import { type Language, MS_PER_SECOND, say } from '@straks/shared'
import { element } from '../../common/element.ts'
import type { Overview } from '../model/answers.ts'
import { foundAddress } from '../model/place.ts'
import { NOW_WORDS } from '../words/now-words.ts'
import { duration, number, percent } from './numbers.ts'

type Percentiles = Overview['acceptedToProviderMs']

/** The share of codes below which the figure is marked: GOV.UK Notify's own target is 95 %. */
const GOOD_SHARE = 0.95

/** One line for each: in a narrow figure a list in one line would break anywhere. */
function percentiles(times: Percentiles, language: Language): HTMLElement {
  const lines = (['p50', 'p95', 'p99'] as const).map((name) => {
    const ms = times[name]
    return element('span', {}, element('span', {}, name), ` ${ms === null ? '–' : duration(ms, language)}`)
  })
  return element('span', { class: 'percentiles' }, ...lines)
}

const figure = (name: string, value: string | Node, isBad = false): HTMLElement =>
  element('div', { class: isBad ? 'figure bad' : 'figure' }, element('dt', {}, name), element('dd', {}, value))

/** The numbers that say at a glance whether something is wrong. They are of all that the service does. */
export function figures(overview: Overview, language: Language): HTMLElement {
  const { deliveredWithin10s: share, waiting, oldestWaitingSeconds } = overview
  const word = (name: keyof typeof NOW_WORDS): string => say(NOW_WORDS[name], language)
  /** A number of messages to see to, which leads to them. */
  const toSeeTo = (name: 'uncertain' | 'deadLetters', state: 'uncertain' | 'dead'): HTMLElement => {
    const count = overview[name]
    const written = number(count, language)
    const link = element('a', { href: foundAddress({ state }), 'data-focus': name }, written)
    return figure(word(name), count === 0 ? written : link, count > 0)
  }
  return element(
    'dl',
    { class: 'figures', 'aria-label': word('figures') },
    figure(word('within10s'), share === null ? '–' : percent(share, language), share !== null && share < GOOD_SHARE),
    figure(word('toProvider'), percentiles(overview.acceptedToProviderMs, language)),
    figure(word('toDelivered'), percentiles(overview.acceptedToDeliveredMs, language)),
    figure(word('waiting'), number(waiting, language)),
    figure(
      word('oldestWaiting'),
      waiting === 0 ? word('noneYet') : duration(oldestWaitingSeconds * MS_PER_SECOND, language),
    ),
    toSeeTo('uncertain', 'uncertain'),
    toSeeTo('deadLetters', 'dead'),
  )
}
