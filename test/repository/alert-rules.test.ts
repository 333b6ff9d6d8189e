import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../scripts/run.ts'

const FOLDER = `${ROOT}docs/operate/`

/** Prometheus' own tool, of the package `prometheus`. */
const PROMTOOL = process.env.PROMTOOL ?? 'promtool'

const HAS_PROMTOOL = spawnSync(PROMTOOL, ['--version']).status === 0
const WITHOUT = HAS_PROMTOOL ? '' : ' (skipped: no promtool; name one in PROMTOOL)'

const read = (name: string): string => readFileSync(FOLDER + name, 'utf8')

describe('what the alerts are to fire on', () => {
  it('is said of each of them', () => {
    const alerts = [...read('alerts.yaml').matchAll(/- alert: (\w+)/g)].map(([, name]) => name)
    const tested = new Set([...read('alerts.test.yaml').matchAll(/alertname="(\w+)"/g)].map(([, name]) => name))
    expect(alerts.length).toBeGreaterThan(5)
    expect(alerts.filter((name) => !tested.has(name))).toEqual([])
  })

  it.skipIf(!HAS_PROMTOOL)(`is what Prometheus fires on${WITHOUT}`, () => {
    const run = (...args: readonly string[]): string => execFileSync(PROMTOOL, args, { cwd: FOLDER, encoding: 'utf8' })
    expect(run('test', 'rules', 'alerts.test.yaml')).toContain('SUCCESS')
    expect(run('check', 'config', '--syntax-only', 'prometheus.yml')).toContain('SUCCESS')
  })
})

describe('the configuration of Prometheus', () => {
  it('waits longer for the metrics than they may take', () => {
    const seconds = Number(/^ {2}scrape_timeout: (\d+)s$/m.exec(read('prometheus.yml'))?.[1])
    const bounds = [...readFileSync(`${ROOT}worker/operator/overview.ts`, 'utf8').matchAll(/withinMs: ([\d_]+)/g)]
    const mostMs = bounds.reduce((sum, [, ms = '']) => sum + Number(ms.replaceAll('_', '')), 0)
    expect(bounds.length).toBeGreaterThan(1)
    expect(seconds * 1_000).toBeGreaterThanOrEqual(1.5 * mostMs)
  })
})
