import { MS_PER_SECOND } from '@straks/shared'
import { BUCKETS_MS, type Histogram } from '../feed/tally.ts'

type Labels = Readonly<Record<string, string>>

/** A metric: its name without what OpenMetrics adds, and its samples. */
export type Metric = { readonly name: string; readonly help: string } & (
  | {
      readonly type: 'counter' | 'gauge'
      readonly samples: readonly { readonly labels: Labels; readonly value: number }[]
    }
  | {
      readonly type: 'histogram'
      readonly samples: readonly { readonly labels: Labels; readonly histogram: Histogram }[]
    }
)

const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')

function line(name: string, labels: Labels, value: number): string {
  const written = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`)
  return `${name}${written.length > 0 ? `{${written.join(',')}}` : ''} ${value}`
}

/** A bound as OpenMetrics writes numbers of labels: whole ones too with a point, for two spellings are two series. */
function boundOf(ms: number | undefined): string {
  if (ms === undefined) return '+Inf'
  const seconds = ms / MS_PER_SECOND
  return Number.isInteger(seconds) ? seconds.toFixed(1) : String(seconds)
}

function histogramLines(name: string, labels: Labels, { counts, sumMs }: Histogram): readonly string[] {
  let below = 0
  const buckets = counts.map((many, index) => {
    below += many
    return line(`${name}_bucket`, { ...labels, le: boundOf(BUCKETS_MS[index]) }, below)
  })
  return [...buckets, line(`${name}_count`, labels, below), line(`${name}_sum`, labels, sumMs / MS_PER_SECOND)]
}

function linesOf(metric: Metric): readonly string[] {
  const { name, type } = metric
  if (type === 'histogram')
    return metric.samples.flatMap(({ labels, histogram }) => histogramLines(name, labels, histogram))
  const suffix = type === 'counter' ? '_total' : ''
  return metric.samples.map(({ labels, value }) => line(name + suffix, labels, value))
}

/** Metrics as OpenMetrics text (version 1.0.0). */
export const writeOpenMetrics = (metrics: readonly Metric[]): string =>
  [
    ...metrics.flatMap((metric) => [
      `# TYPE ${metric.name} ${metric.type}`,
      `# HELP ${metric.name} ${escaped(metric.help)}`,
      ...linesOf(metric),
    ]),
    '# EOF',
    '',
  ].join('\n')
