import { askEach } from '../load/ask-each.ts'
import { closedLoop, type LoadResult } from '../load/closed-loop.ts'
import { newKeys, repeatedKeys, requestWriter, smsBody } from '../load/message.ts'
import type { Options } from '../options.ts'
import { cpuTimeUs } from '../processes/cpu-time.ts'
import { median } from '../statistics.ts'
import type { Subject, SubjectName } from '../subjects/subject.ts'

/** One subject under one number of connections: in one turn, or the medians of all. */
type Measurement = LoadResult & { readonly cpuUsPerRequest: number }

/** The measurements, to be asked for by subject and connections. */
export type Measurements = {
  readonly of: (subject: SubjectName, connections: number) => Measurement | undefined
}

/**
 * A service runs for days, and is measured as one that has run for a while. The compiler goes by how often code has run, so first
 * there are many requests, and then some under the load that is measured. A short look warms up for a short time, too.
 */
const WARM_UP_CONNECTIONS = 32
const warmUpSeconds = (seconds: number): number => Math.min(6, 2 * seconds)
const settlingSeconds = (seconds: number): number => Math.min(1, seconds)

/** How long a subject is under load before it is another's turn. */
const TURN_SECONDS = 1

/** Answers of one new and one repeated key. */
const STATUS = { new: 201, repeated: 200 } as const

/** A subject that runs, and how it is put under load. */
type Measured = {
  readonly name: SubjectName
  readonly stop: () => Promise<void>
  readonly load: (connections: number, seconds: number) => Promise<Measurement>
}

async function startMeasured({ name, keys, start }: Subject, token: string): Promise<Measured> {
  const { port, processIds, stop } = await start()
  const write = requestWriter(token)
  const repeated = repeatedKeys()
  const nextKey = keys === 'new' ? newKeys() : repeated.next
  const nextRequest = () => write(smsBody(nextKey()))
  if (keys === 'repeated') {
    const first = repeated.all.map((key) => write(smsBody(key)))
    await askEach(port, first, STATUS.new)
  }
  return {
    name,
    stop,
    load: async (connections, seconds) => {
      const cpuBeforeUs = cpuTimeUs(processIds)
      const result = await closedLoop({ port, connections, seconds, nextRequest, status: STATUS[keys] })
      return { ...result, cpuUsPerRequest: (cpuTimeUs(processIds) - cpuBeforeUs) / result.requests }
    },
  }
}

/** The median turn, figure by figure. */
function medianOf(turns: readonly Measurement[]): Measurement {
  const middle = (figure: keyof Measurement): number => median(turns.map((turn) => turn[figure]))
  return {
    requests: middle('requests'),
    perSecond: middle('perSecond'),
    p50Ms: middle('p50Ms'),
    p99Ms: middle('p99Ms'),
    cpuUsPerRequest: middle('cpuUsPerRequest'),
  }
}

/**
 * Puts all subjects under each load, a second each in turn: what disturbs the machine for a while disturbs all
 * alike, and the median leaves it out. All of them run from the first to the last turn.
 */
export async function measureThroughput(
  subjects: readonly Subject[],
  token: string,
  { connections, rounds, seconds, progress }: Options,
): Promise<Measurements> {
  const measured = new Map<string, Measurement[]>()
  const running: Measured[] = []
  let turns = 0
  const inTurn = async (count: number, turnSeconds: number): Promise<void> => {
    // There and back, so that none always follows the same other.
    for (const { name, load } of turns++ % 2 === 0 ? running : running.toReversed()) {
      const key = `${name} ${count}`
      measured.set(key, [...(measured.get(key) ?? []), await load(count, turnSeconds)])
    }
  }
  try {
    for (const subject of subjects) {
      progress(`${subject.name} is warmed up`)
      const one = await startMeasured(subject, token)
      running.push(one)
      await one.load(WARM_UP_CONNECTIONS, warmUpSeconds(seconds))
    }
    for (const count of connections) {
      for (const { load } of running) await load(count, settlingSeconds(seconds))
      for (let round = 1; round <= rounds; round++) {
        progress(`${count} connections, round ${round} of ${rounds}`)
        for (let left = seconds; left > 0; left -= TURN_SECONDS) await inTurn(count, Math.min(left, TURN_SECONDS))
      }
    }
  } finally {
    for (const { stop } of running) await stop()
  }
  return {
    of: (subject, count) => {
      const found = measured.get(`${subject} ${count}`)
      return found && medianOf(found)
    },
  }
}
