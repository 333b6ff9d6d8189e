import { type Language, say } from '@straks/shared'
import { element } from '../../common/element.ts'
import { shortTime } from '../../common/time.ts'
import type { Count, SeriesBar } from '../model/series.ts'
import { NOW_WORDS } from '../words/now-words.ts'
import { number } from './numbers.ts'

const SVG = 'http://www.w3.org/2000/svg'

/** The plot's own measures: it is drawn as wide as its place. */
const BAR_WIDTH = 10
const GAP = 2
const HEIGHT = 100

/** Bars as one path. A count that is not nothing is always seen. */
function pathOf(values: readonly number[], most: number): string {
  return values
    .flatMap((value, index) => {
      if (value === 0) return []
      const height = Math.max(2, (value / most) * HEIGHT)
      return [`M${index * BAR_WIDTH} ${HEIGHT}v${-height.toFixed(2)}h${BAR_WIDTH - GAP}v${height.toFixed(2)}z`]
    })
    .join('')
}

function picture(values: readonly number[], most: number, label: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  const path = document.createElementNS(SVG, 'path')
  const base = document.createElementNS(SVG, 'path')
  const width = values.length * BAR_WIDTH - GAP
  svg.setAttribute('viewBox', `0 0 ${width} ${HEIGHT}`)
  svg.setAttribute('preserveAspectRatio', 'none')
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-label', label)
  base.setAttribute('class', 'base')
  base.setAttribute('d', `M0 ${HEIGHT}h${width}`)
  path.setAttribute('d', pathOf(values, most))
  svg.append(base, path)
  return svg
}

/** One count by the minute, as bars, with all that happened beside it. The table below says the same in numbers. */
export function plot(count: Count, total: number, bars: readonly SeriesBar[], language: Language): HTMLElement {
  const values = bars.map(({ perMinute }) => perMinute[count])
  const most = values.reduce((one, other) => Math.max(one, other), 0)
  const name = say(NOW_WORDS[count], language)
  const data = { name, count: number(total, language), most: number(most, language) }
  const [first, last] = [bars.at(0), bars.at(-1)]
  return element(
    'figure',
    { class: `plot of-${count}` },
    element('figcaption', {}, element('b', {}, name), ' ', element('span', { class: 'total' }, data.count)),
    picture(values, Math.max(1, most), say(NOW_WORDS.plot, language, data)),
    element(
      'p',
      { class: 'axis' },
      element('span', {}, first ? shortTime(first.at, language) : ''),
      element('span', {}, say(NOW_WORDS.most, language, data)),
      element('span', {}, last ? shortTime(last.at, language) : ''),
    ),
  )
}
