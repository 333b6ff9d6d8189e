/** Bars of one colour, one for each group. */
export type Series = {
  readonly name: string
  readonly bars: readonly { readonly group: string; readonly value: number }[]
}

const WIDTH = 760
const PLOT_HEIGHT = 240
const LEFT = 60
const TOP = 40
const LINE_HEIGHT = 20
const BAR_SHARE = 0.8
const GRID_LINES = 4

/** Colours that can be told apart by people who see few of them. Okabe and Ito. */
const COLOURS = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#d55e00', '#56b4e9', '#999999']

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A number of one significant digit that is not below another. */
function roundUp(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(Math.max(value, 1)))
  return Math.ceil(value / unit) * unit
}

/** A chart of grouped bars as SVG, readable on a light and on a dark page. */
export function barChart(title: string, series: readonly Series[]): string {
  const groups = [...new Set(series.flatMap(({ bars }) => bars.map(({ group }) => group)))]
  const top = roundUp(Math.max(...series.flatMap(({ bars }) => bars.map(({ value }) => value))))
  const groupWidth = (WIDTH - LEFT) / groups.length
  const barWidth = (groupWidth * BAR_SHARE) / series.length
  const bottom = TOP + PLOT_HEIGHT
  const y = (value: number): number => bottom - (value / top) * PLOT_HEIGHT
  const grid = Array.from({ length: GRID_LINES + 1 }, (_, index) => (top * index) / GRID_LINES).map(
    (value) =>
      `<line x1="${LEFT}" x2="${WIDTH}" y1="${y(value)}" y2="${y(value)}" stroke="#8884"/>` +
      `<text x="${LEFT - 8}" y="${y(value) + 4}" text-anchor="end">${value}</text>`,
  )
  const bars = series.flatMap((one, place) =>
    one.bars.map(({ group, value }) => {
      const x = LEFT + groups.indexOf(group) * groupWidth + (groupWidth * (1 - BAR_SHARE)) / 2 + place * barWidth
      const said = `${one.name}, ${group}: ${value.toFixed(0)}`
      return (
        `<rect x="${x.toFixed(1)}" y="${y(value).toFixed(1)}" width="${(barWidth - 2).toFixed(1)}" ` +
        `height="${(bottom - y(value)).toFixed(1)}" fill="${COLOURS[place % COLOURS.length]}"><title>${escapeXml(said)}</title></rect>`
      )
    }),
  )
  const labels = groups.map(
    (group, index) =>
      `<text x="${LEFT + (index + 0.5) * groupWidth}" y="${bottom + LINE_HEIGHT}" text-anchor="middle">${escapeXml(group)}</text>`,
  )
  const legend = series.map(({ name }, index) => {
    const at = bottom + (index + 2) * LINE_HEIGHT
    return (
      `<rect x="${LEFT}" y="${at - 10}" width="12" height="12" fill="${COLOURS[index % COLOURS.length]}"/>` +
      `<text x="${LEFT + 20}" y="${at}">${escapeXml(name)}</text>`
    )
  })
  const height = bottom + (series.length + 2) * LINE_HEIGHT
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escapeXml(title)}" font-family="system-ui, sans-serif" font-size="13" fill="#777">
<text x="${LEFT}" y="20" font-size="15">${escapeXml(title)}</text>
${[...grid, ...bars, ...labels, ...legend].join('\n')}
</svg>
`
}
