const POLL_MS = 50

/** How long a test waits for what must happen: it ends as soon as it has, so only a failure takes this long. */
export const WAITED_MS = 60_000

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Looks again and again until a condition is true of what is seen. */
export async function eventually<Value>(
  look: () => Value | Promise<Value>,
  isRight: (value: Value) => boolean,
  withinMs = WAITED_MS,
): Promise<Value> {
  const untilMs = Date.now() + withinMs
  for (;;) {
    const value = await look()
    if (isRight(value)) return value
    if (Date.now() > untilMs) throw new Error(`Still ${JSON.stringify(value)} after ${withinMs} ms`)
    await pause(POLL_MS)
  }
}

/** Waits until a condition is true. */
export async function until(isSo: () => boolean | Promise<boolean>, withinMs = WAITED_MS): Promise<void> {
  await eventually(isSo, (is) => is, withinMs)
}
