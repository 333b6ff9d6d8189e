import { askEach } from '../load/ask-each.ts'
import { closedLoop, type LoadResult } from '../load/closed-loop.ts'
import { newKeys, repeatedKeys, requestWriter, smsBody } from '../load/message.ts'
import type { Options } from '../options.ts'
import { cpuTimeUs } from '../processes/cpu-time.ts'
import { median } from '../statistics.ts'
import type { Subject, SubjectName } from '../subjects/subject.ts'

/** One subject under one number of connections: the medians of its rounds. */
type Measurement = LoadResult & { readonly cpuUsPerRequest: number }

/** The measurements, to be asked for by subject and connections. */
export type Measurements = {
  readonly of: (subject: SubjectName, connections: number) => Measurement | undefined
}

/**
 * A service runs for days, and is measured as one that has run for a while. The compiler goes by how often code has run, so first there are many
 * requests, and then some under the load that is measured.
 */
const WARM_UP = { connections: 32, seconds: 6 }
const SETTLING_SECONDS = 1

/** Answers of one new and one repeated key. */
const STATUS = { new: 201, repeated: 200 } as const

/** Starts a subject anew, warms it up and puts it under each load in turn. */
async function measureRound(
  { keys, start }: Subject,
  token: string,
  { connections, seconds }: Options,
): Promise<ReadonlyMap<number, Measurement>> {
  const { port, processIds, stop } = await start()
  const write = requestWriter(token)
  try {
    const repeated = repeatedKeys()
    const nextKey = keys === 'new' ? newKeys() : repeated.next
    const first = keys === 'new' ? [] : repeated.all.map((key) => write(smsBody(key)))
    await askEach(port, first, STATUS.new)
    const load = { port, nextRequest: () => write(smsBody(nextKey())), status: STATUS[keys] }
    await closedLoop({ ...load, ...WARM_UP })
    const measured = new Map<number, Measurement>()
    for (const count of connections) {
      await closedLoop({ ...load, connections: count, seconds: SETTLING_SECONDS })
      const cpuBeforeUs = cpuTimeUs(processIds)
      const result = await closedLoop({ ...load, connections: count, seconds })
      measured.set(count, { ...result, cpuUsPerRequest: (cpuTimeUs(processIds) - cpuBeforeUs) / result.requests })
    }
    return measured
  } finally {
    await stop()
  }
}

/** The median round, figure by figure. */
function medianOf(rounds: readonly Measurement[]): Measurement {
  const middle = (figure: keyof Measurement): number => median(rounds.map((round) => round[figure]))
  return {
    requests: middle('requests'),
    perSecond: middle('perSecond'),
    p50Ms: middle('p50Ms'),
    p99Ms: middle('p99Ms'),
    cpuUsPerRequest: middle('cpuUsPerRequest'),
  }
}

/**
 * Puts each subject under each load, round by round: what disturbs the machine for a while disturbs all subjects
 * alike, and the median leaves it out.
 */
export async function measureThroughput(
  subjects: readonly Subject[],
  token: string,
  options: Options,
): Promise<Measurements> {
  const measured = new Map<string, Measurement[]>()
  for (let round = 1; round <= options.rounds; round++) {
    for (const subject of subjects) {
      options.progress(`round ${round} of ${options.rounds}: ${subject.name}`)
      for (const [count, measurement] of await measureRound(subject, token, options)) {
        const key = `${subject.name} ${count}`
        measured.set(key, [...(measured.get(key) ?? []), measurement])
      }
    }
  }
  return {
    of: (subject, count) => {
      const found = measured.get(`${subject} ${count}`)
      return found && medianOf(found)
    },
  }
}
