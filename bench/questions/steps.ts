import { randomUUID } from 'node:crypto'
import { smsBody } from '../load/message.ts'
import { cpuTimeUs } from '../processes/cpu-time.ts'
import { median } from '../statistics.ts'
import { straksWorker } from '../subjects/ours.ts'
import type { BenchToken } from '../token.ts'
import { serveWorker } from '../workerd/serve.ts'

/** What one step costs: the median of some runs, in microseconds. */
export type StepCost = {
  readonly name: string
  /** How often a request does it; 0 for what is part of another step or only there to compare. */
  readonly perRequest: number
  readonly cpuUs: number
  readonly elapsedUs: number
}

/** So many times that the request which asks for them weighs nothing. */
const TIMES = 400

const RUNS = 5

type NamedStep = Pick<StepCost, 'name' | 'perRequest'>

/** Asks a Worker under `workerd serve` to do each step over and over, and measures from outside. */
export async function measureSteps(token: BenchToken): Promise<readonly StepCost[]> {
  const straks = straksWorker('steps.ts', token)
  const { port, server } = await serveWorker({
    ...straks,
    readyPath: '/',
    texts: { ...straks.texts, BENCH_TOKEN: token.token, BENCH_BODY: smsBody(randomUUID()) },
    objects: { ...straks.objects, PROBE: 'Probe' },
  })
  const ask = async (query: Record<string, string>): Promise<string> => {
    const response = await fetch(`http://127.0.0.1:${port}/?${new URLSearchParams(query)}`)
    const text = await response.text()
    if (!response.ok) throw new Error(`The step "${query.step}" failed: ${text}`)
    return text
  }
  const measureOnce = async (step: string, run: number) => {
    const query = { step, times: String(TIMES), run: String(run) }
    await ask({ ...query, prepare: 'yes' })
    const startedAtMs = performance.now()
    const cpuBeforeUs = cpuTimeUs([server.id])
    await ask(query)
    const elapsedUs = (performance.now() - startedAtMs) * 1_000
    return { cpuUs: (cpuTimeUs([server.id]) - cpuBeforeUs) / TIMES, elapsedUs: elapsedUs / TIMES }
  }
  try {
    const steps: readonly NamedStep[] = JSON.parse(await ask({}))
    // The first run compiles, and makes the ledgers' tables.
    for (const { name } of steps) await measureOnce(name, 0)
    const runs = new Map<string, Awaited<ReturnType<typeof measureOnce>>[]>(steps.map(({ name }) => [name, []]))
    for (let run = 1; run <= RUNS; run++)
      for (const { name } of steps) runs.get(name)?.push(await measureOnce(name, run))
    return steps.map((step) => {
      const measured = runs.get(step.name) ?? []
      const cpuUs = median(measured.map((run) => run.cpuUs))
      return { ...step, cpuUs, elapsedUs: median(measured.map((run) => run.elapsedUs)) }
    })
  } finally {
    await server.stop()
  }
}
