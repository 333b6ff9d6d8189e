/** Time that is no more than noise: a text door that needs less for the longest text is quick enough however it grows. */
const NOISE_MS = 25

/** Twice the text may take twice the time, and somewhat more where memory gets scarce. */
const MOST_GROWTH = 2.5

/** The shortest of several is the work's own: the others compiled, or collected garbage. */
const MOST_ROUNDS = 6

const US_PER_MS = 1_000

/** The time that this thread works, whatever else the machine does meanwhile. */
function cpuMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / US_PER_MS
}

async function timeMs(work: () => unknown): Promise<number> {
  const startedMs = cpuMs()
  await work()
  return cpuMs() - startedMs
}

/** How the time of some work grows with a text twice as long: `undefined` where it grows no more than the text. */
async function growthAt(work: (units: number) => unknown, units: number): Promise<number | undefined> {
  let onceMs = Number.POSITIVE_INFINITY
  let twiceMs = Number.POSITIVE_INFINITY
  for (let round = 0; round < MOST_ROUNDS; round++) {
    twiceMs = Math.min(twiceMs, await timeMs(() => work(2 * units)))
    if (twiceMs < NOISE_MS) return undefined
    onceMs = Math.min(onceMs, await timeMs(() => work(units)))
    if (twiceMs <= MOST_GROWTH * onceMs) return undefined
  }
  return twiceMs / onceMs
}

/**
 * The same where it is no matter of one size: at some, memory gets scarce for a moment. What grows with the square does so
 * at every size.
 */
export async function growthOf(work: (units: number) => unknown, units: number): Promise<number | undefined> {
  const growth = await growthAt(work, units)
  return growth === undefined ? undefined : growthAt(work, 2 * units)
}
