import { median, percentile } from '../statistics.ts'
import type { Linter, LintTimes } from './linter.ts'
import { ordersText } from './orders.ts'

const FULL_LINTS = 20
const KEYS = 300

/** The first keys are typed while the engine still compiles what a key needs. */
const WARM_UP_KEYS = 50

const MICROSECONDS_PER_MILLISECOND = 1_000

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / MICROSECONDS_PER_MILLISECOND
}

/** Where a digit can be typed without any harm: at the end of each order's reference. */
function placesToType(text: string): readonly { readonly line: number; readonly character: number }[] {
  return text.split('\n').flatMap((content, line) => {
    const found = /^\s*"sendersReference": ".*(?=")/.exec(content)
    return found ? [{ line, character: found[0].length }] : []
  })
}

async function timeKeys(linter: Linter): Promise<readonly number[]> {
  const text = ordersText()
  const type = await linter.open(text)
  const places = placesToType(text)
  const times: number[] = []
  for (let key = 0; key < WARM_UP_KEYS + KEYS; key++) {
    const place = places[(key * 7) % places.length]
    if (!place) continue
    const startedAt = performance.now()
    await type(place.line, place.character, '7')
    times.push(performance.now() - startedAt)
  }
  return times.slice(WARM_UP_KEYS)
}

/** Times a linter in this process, and prints the times as JSON for the process that started it. */
export async function timeLinter(linter: Linter): Promise<void> {
  const walls: number[] = []
  const cpus: number[] = []
  for (let lint = 0; lint < FULL_LINTS; lint++) {
    // A text of its own each time: an engine keeps what it has found out about a string.
    const text = ordersText()
    const cpuBefore = cpuMs()
    const startedAt = performance.now()
    await linter.full(text)
    walls.push(performance.now() - startedAt)
    cpus.push(cpuMs() - cpuBefore)
  }
  const keys = await timeKeys(linter)
  const times: LintTimes = {
    firstMs: walls[0] ?? Number.NaN,
    fullMs: median(walls.slice(1)),
    fullCpuMs: median(cpus.slice(1)),
    keyMedianMs: median(keys),
    keyP99Ms: percentile(keys, 0.99),
  }
  console.log(JSON.stringify(times))
}
