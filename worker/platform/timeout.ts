/** What a promise brings, or `undefined` if that takes longer. The work itself goes on: others may wait for it too. */
export async function withTimeout<Value>(timeoutMs: number, work: Promise<Value>): Promise<Value | undefined> {
  let timer: ReturnType<typeof setTimeout> | null = null
  const timeout = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), timeoutMs)
  })
  try {
    return await Promise.race([work, timeout])
  } finally {
    clearTimeout(timer)
  }
}

/** A time by which work must be done. It may be moved on while the work is under way. */
export class Deadline {
  #atMs: number

  /** @param atMs milliseconds since 1970 */
  constructor(atMs: number) {
    this.#atMs = atMs
  }

  get atMs(): number {
    return this.#atMs
  }

  extendTo(atMs: number): void {
    this.#atMs = Math.max(this.#atMs, atMs)
  }

  /** What a promise brings, or `undefined` if the deadline passes first. */
  async race<Value>(work: Promise<Value>): Promise<Value | undefined> {
    const settled = work.then((value) => ({ value }))
    for (;;) {
      const atMs = this.#atMs
      const first = await withTimeout(atMs - Date.now(), settled)
      if (first) return first.value
      if (this.#atMs <= atMs) return undefined
    }
  }
}
