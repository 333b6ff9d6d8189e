import { type Language, MS_PER_SECOND, say } from '@straks/shared'
import { element } from '../../common/element.ts'
import type { Overview } from '../model/answers.ts'
import { foundAddress } from '../model/place.ts'
import { NOW_WORDS } from '../words/now-words.ts'
import { duration, number, percent } from './numbers.ts'

type Percentiles = Overview['acceptedToProviderMs']

/** The share of codes below which the figure is marked: GOV.UK Notify's own target is 95 %. */
const GOOD_SHARE = 0.95

function percentiles({ p50, p95, p99 }: Percentiles, language: Language): string {
  const read = (ms: number | null): string => (ms === null ? '–' : duration(ms, language))
  return say(NOW_WORDS.percentiles, language, { p50: read(p50), p95: read(p95), p99: read(p99) })
}

const figure = (name: string, value: string | Node, isBad = false): HTMLElement =>
  element('div', { class: isBad ? 'figure bad' : 'figure' }, element('dt', {}, name), element('dd', {}, value))

/** The numbers that say at a glance whether something is wrong. They are of all that the service does. */
export function figures(overview: Overview, language: Language): HTMLElement {
  const { deliveredWithin10s: share, waiting, oldestWaitingSeconds, deadLetters } = overview
  const word = (name: keyof typeof NOW_WORDS): string => say(NOW_WORDS[name], language)
  const letters = number(deadLetters, language)
  const toLetters = element('a', { href: foundAddress({ state: 'dead' }), 'data-focus': 'dead letters' }, letters)
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
    figure(word('deadLetters'), deadLetters === 0 ? letters : toLetters, deadLetters > 0),
  )
}
