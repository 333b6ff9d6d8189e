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

/** Long enough for the code to be compiled and the objects to have their files; a look that is shorter warms up as long as it looks. */
const WARM_UP_SECONDS = 1

/** Answers of one new and one repeated key. */
const STATUS = { new: 201, repeated: 200 } as const

async function measureOnce(subject: Subject, connections: number, token: string, seconds: number) {
  const { port, processIds, stop } = await subject.start()
  const write = requestWriter(token)
  try {
    const repeated = repeatedKeys()
    const nextKey = subject.keys === 'new' ? newKeys() : repeated.next
    if (subject.keys === 'repeated') {
      const requests = repeated.all.map((key) => write(smsBody(key)))
      await askEach(port, requests, STATUS.new)
    }
    const load = { port, connections, nextRequest: () => write(smsBody(nextKey())), status: STATUS[subject.keys] }
    await closedLoop({ ...load, seconds: Math.min(WARM_UP_SECONDS, seconds) })
    const cpuBeforeUs = cpuTimeUs(processIds)
    const result = await closedLoop({ ...load, seconds })
    return { ...result, cpuUsPerRequest: (cpuTimeUs(processIds) - cpuBeforeUs) / result.requests }
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
  { connections, rounds, seconds, progress }: Options,
): Promise<Measurements> {
  const measured = new Map<string, Measurement[]>()
  for (let round = 1; round <= rounds; round++) {
    for (const count of connections) {
      for (const subject of subjects) {
        progress(`round ${round} of ${rounds}: ${subject.name}, ${count} connections`)
        const key = `${subject.name} ${count}`
        measured.set(key, [...(measured.get(key) ?? []), await measureOnce(subject, count, token, seconds)])
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
