import { readdirSync, readFileSync } from 'node:fs'

/** The process that started another: the second word behind its name, which may have brackets and spaces in it. */
function parentOf(id: string): number {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    // It ended between the listing and the look.
    return Number.NaN
  }
}

/** The processes that this one has started itself. Linux only; elsewhere none are found. */
export function childProcesses(): readonly number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && parentOf(name) === process.pid)
      .map(Number)
  } catch {
    return []
  }
}
