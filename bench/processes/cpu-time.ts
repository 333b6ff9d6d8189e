import { readdirSync, readFileSync } from 'node:fs'

const NANOSECONDS_PER_MICROSECOND = 1_000

/** The nanoseconds that one thread has run: the first number of the kernel's scheduler statistics. */
function threadNanoseconds(path: string): number {
  try {
    return Number(readFileSync(path, 'utf8').split(' ')[0])
  } catch {
    // It ended between the listing and the look.
    return 0
  }
}

/**
 * The microseconds of processor time that processes have used so far, all threads together. Linux only: elsewhere it
 * is not a number, and a table shows a dash.
 *
 * Steadier than requests per second: it does not depend on who else wants the machine.
 */
export function cpuTimeUs(processIds: readonly number[]): number {
  let nanoseconds = 0
  for (const id of processIds) {
    const folder = `/proc/${id}/task`
    try {
      for (const thread of readdirSync(folder)) nanoseconds += threadNanoseconds(`${folder}/${thread}/schedstat`)
    } catch {
      return Number.NaN
    }
  }
  return nanoseconds / NANOSECONDS_PER_MICROSECOND
}
