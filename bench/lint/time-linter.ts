import { median } from '../statistics.ts'
import { Collections, keyTimes, timed, typeKeys } from './keys.ts'
import type { Linter, LintTimes } from './linter.ts'
import { ordersText, placesToType } from './orders.ts'
import { worstText } from './worst.ts'

const FULL_LINTS = 20
const WORST_LINTS = 8
const KEYS = 300

const MICROSECONDS_PER_MILLISECOND = 1_000

/** The processor time of all threads. */
const cpuMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / MICROSECONDS_PER_MILLISECOND
}

/** Judges texts one after the other, each of its own: an engine keeps what it has found out about a string. */
async function timeTexts(count: number, makeText: () => string, judge: (text: string) => Promise<number>) {
  const walls: number[] = []
  const cpus: number[] = []
  let findings = 0
  for (let lint = 0; lint < count; lint++) {
    const text = makeText()
    const cpuBefore = cpuMs()
    const startedAt = performance.now()
    findings = await judge(text)
    walls.push(performance.now() - startedAt)
    cpus.push(cpuMs() - cpuBefore)
  }
  return { firstMs: walls[0] ?? Number.NaN, ms: median(walls.slice(1)), cpuMs: median(cpus.slice(1)), findings }
}

async function timeKeys(linter: Linter): Promise<Pick<LintTimes, 'keys' | 'keysBeside'>> {
  const text = ordersText()
  const type = await linter.open(text)
  const collections = new Collections()
  const keys = await typeKeys(placesToType(text), KEYS, ({ line, character }) =>
    timed(() => type(line, character, '7')),
  )
  await collections.end()
  return {
    keys: keyTimes(keys.map(({ startMs, endMs }) => endMs - startMs)),
    keysBeside: keyTimes(keys.map((key) => key.endMs - key.startMs - collections.within(key))),
  }
}

/** Times a linter in this process. */
export async function timeLinter(linter: Linter): Promise<LintTimes> {
  const full = await timeTexts(FULL_LINTS, ordersText, (text) => linter.full(text))
  const keys = await timeKeys(linter)
  const worst = await timeTexts(WORST_LINTS, worstText, (text) => linter.worst(text))
  return {
    firstMs: full.firstMs,
    fullMs: full.ms,
    fullCpuMs: full.cpuMs,
    worstMs: worst.ms,
    worstCpuMs: worst.cpuMs,
    worstFindings: worst.findings,
    ...keys,
  }
}
