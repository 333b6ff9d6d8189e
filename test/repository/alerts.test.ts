import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../scripts/run.ts'
import { metricsOf } from '../../worker/api/operator/get-metrics.ts'
import { newTally } from '../../worker/feed/tally.ts'
import { writeOpenMetrics } from '../../worker/operator/open-metrics.ts'

const read = (name: string): string => readFileSync(`${ROOT}docs/operate/${name}`, 'utf8')

const NOW_MS = Date.UTC(2030, 0, 15, 8)

/** The metrics of a service that has sent one SMS, with a fence that has refused one. */
const METRICS = writeOpenMetrics(
  metricsOf(
    [
      {
        organization: 'ttd',
        isCounted: true,
        isAsked: true,
        askedMs: NOW_MS,
        minutes: [],
        tally: newTally(),
        waiting: 1,
        oldestWaitingMs: NOW_MS,
        uncertain: 0,
        deadLetters: 0,
        webhooks: [],
        totals: { upTo: 1, tallies: { 'sms link': newTally() } },
        fences: {
          organization: 'ttd',
          usedInMinute: 1,
          usedInDay: 1,
          trips: [{ fence: 'perMinute', refused: 1, sinceMs: NOW_MS, lastMs: NOW_MS }],
        },
      },
    ],
    [{ name: 'link', channel: 'sms', state: 'open', paused: false }],
    NOW_MS,
  ),
)

const SAMPLES = new Set(METRICS.match(/^straks_\w+/gm))
const LABELS = new Set(METRICS.match(/[{,][a-z]+(?==)/g)?.map((one) => one.slice(1)))

describe.each(['alerts.yaml', 'grafana-dashboard.json'])('%s', (name) => {
  const text = read(name)

  it('reads only metrics that the service tells', () => {
    const asked = new Set(text.match(/\bstraks_\w+/g))
    expect(asked.size).toBeGreaterThan(5)
    expect([...asked].filter((metric) => !SAMPLES.has(metric))).toEqual([])
  })

  it('groups and chooses only by labels that they have', () => {
    const asked = [...text.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, names = '']) => names.split(', '))
    expect(asked.length).toBeGreaterThan(0)
    const chosen = [...text.matchAll(/straks_\w+\{(\w+)/g)].map(([, label = '']) => label)
    expect(chosen.length).toBeGreaterThan(0)
    expect([...asked, ...chosen].filter((label) => !LABELS.has(label))).toEqual([])
  })
})

describe('each alert', () => {
  it('says what to do next', () => {
    const text = read('alerts.yaml')
    const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0
    expect(count(/- alert: /g)).toBeGreaterThan(5)
    expect(count(/ action: straks admin /g)).toBe(count(/- alert: /g))
  })

  it('leads to a part of the runbook that ends in a command', () => {
    const anchorOf = (heading: string): string =>
      heading
        .toLowerCase()
        .replaceAll(/[^\w -]/g, '')
        .replaceAll(' ', '-')
    const parts = new Map(
      read('runbook.md')
        .split(/^## /m)
        .map((part): [string, string] => [anchorOf(part.split('\n')[0] ?? ''), part]),
    )
    const text = read('alerts.yaml')
    const anchors = [...text.matchAll(/runbook_url: \S+\/docs\/operate\/runbook\.md#(\S+)/g)].map(
      ([, anchor = '']) => anchor,
    )
    expect(anchors).toHaveLength(text.match(/- alert: /g)?.length ?? 0)
    for (const anchor of anchors) expect(parts.get(anchor) ?? anchor).toContain('```sh')
  })
})
