const US_PER_MS = 1_000

/** The milliseconds that this thread works at something: by the clock a busy machine takes longer. */
export function threadMilliseconds(work: () => unknown): number {
  const before = process.threadCpuUsage()
  work()
  const after = process.threadCpuUsage()
  return (after.user + after.system - before.user - before.system) / US_PER_MS
}
