import { logError } from './log.ts'

/** What has answered by a moment, in the order in which it was asked. */
type Answered<Item, Answer> = ReadonlyMap<Item, Answer>

/** How many are asked at a time, for how long, and which answer ends it. */
type Bounds<Answer> = {
  readonly atOnce: number
  readonly withinMs: number
  readonly isEnough?: (answer: Answer) => boolean
}

/**
 * Asks each item, some at a time, until a moment or until one answer is enough. What has not answered by then, or failed,
 * is left out: who asks compares the sizes and says what is missing.
 */
export async function askWithin<Item, Answer>(
  items: readonly Item[],
  ask: (item: Item) => Promise<Answer>,
  { atOnce, withinMs, isEnough = () => false }: Bounds<NoInfer<Answer>>,
): Promise<Answered<Item, Answer>> {
  const untilMs = Date.now() + withinMs
  const answers = new Map<Item, Answer>()
  const rest = items.values()
  let isOver = false
  const { promise: stopped, resolve: stop } = Promise.withResolvers<void>()
  const askOn = async (): Promise<void> => {
    for (const item of rest) {
      // A busy process lets no timer ring: the clock is looked at too.
      if (isOver || Date.now() >= untilMs) return
      try {
        const answer = await ask(item)
        if (isOver) return
        answers.set(item, answer)
        if (isEnough(answer)) return stop()
      } catch (error) {
        logError('object-unreachable', error)
      }
    }
  }
  const timer = setTimeout(stop, withinMs)
  await Promise.race([stopped, Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, askOn))])
  isOver = true
  clearTimeout(timer)
  return answers
}
