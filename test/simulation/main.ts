import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'
import { requirePinnedNode } from '../../scripts/node-version.ts'
import { findPlanted, planting } from './planted/plant.ts'
import { loadWorkerSources } from './platform/hooks.ts'

/*
 * `npm run simulate -- --seed N --days D`: lives through D days of a service under seed N, and judges them.
 *
 * `--seeds COUNT` does so with COUNT seeds from N on, `--jobs COUNT` in so many processes, and `--plant NAME` with a bug of
 * the folder `planted`; `--until-broken` ends with the first that breaks a promise. Exits 1 where a history breaks a promise, and prints the line that replays it.
 */
requirePinnedNode()

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    days: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '1' },
    plant: { type: 'string' },
    'until-broken': { type: 'boolean', default: false },
  },
})
const wholeNumber = (name: 'seed' | 'days' | 'seeds' | 'jobs'): number => {
  const number = Number(values[name])
  if (Number.isSafeInteger(number) && number >= (name === 'seed' ? 0 : 1)) return number
  throw new RangeError(`--${name} takes a whole number`)
}

const FAULTS_SHOWN = 5
const PER_SECOND = 1_000_000

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Shares the seeds out among processes, of which each says what it found. */
async function share(seed: number, seeds: number, jobs: number): Promise<boolean> {
  const size = Math.ceil(seeds / jobs)
  const codes = Array.from({ length: Math.ceil(seeds / size) }, (_, job) => {
    const first = seed + job * size
    const parameters = ['--seed', first, '--seeds', Math.min(size, seed + seeds - first), '--days', values.days].map(
      String,
    )
    const child = spawn(process.execPath, [import.meta.filename, ...parameters], { stdio: 'inherit' })
    return new Promise((resolve) => child.on('exit', resolve))
  })
  return (await Promise.all(codes)).every((code) => code === 0)
}

async function simulate(seed: number, seeds: number, days: number): Promise<boolean> {
  const plant = values.plant === undefined ? undefined : findPlanted(values.plant)
  loadWorkerSources(plant && planting(plant))
  const { liveThrough } = await import('./history.ts')
  const found = { broken: 0, shipments: 0, attempts: 0, fingerprint: 0 }
  for (let one = seed; one < seed + seeds; one++) {
    const { faults, shipments, asks, fingerprint } = await liveThrough(one, days)
    found.shipments += shipments
    found.attempts += asks
    found.fingerprint = (found.fingerprint ^ fingerprint) >>> 0
    if (faults.length === 0) continue
    found.broken++
    for (const fault of faults.slice(0, FAULTS_SHOWN)) say(`  ${fault}`)
    say(
      `npm run simulate -- --seed ${one} --days ${days}${values.plant === undefined ? '' : ` --plant ${values.plant}`}`,
    )
    if (values['until-broken']) break
  }
  const { user, system } = process.cpuUsage()
  const { broken, shipments, attempts, fingerprint } = found
  say(
    `${seeds * days} days, ${shipments} shipments, ${attempts} attempts, ${broken} broken histories, ` +
      `${Math.round((user + system) / PER_SECOND)} s of CPU, fingerprint ${fingerprint.toString(16).padStart(8, '0')}`,
  )
  return broken === 0
}

const seed = wholeNumber('seed')
const seeds = wholeNumber('seeds')
const jobs = wholeNumber('jobs')
const isWhole = jobs > 1 ? await share(seed, seeds, jobs) : await simulate(seed, seeds, wholeNumber('days'))
process.exitCode = isWhole ? 0 : 1
