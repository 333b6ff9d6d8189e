import { beforeAll, type RunnerTask } from 'vitest'

/** Has a task and all below it run twice. */
function twice(task: RunnerTask): void {
  if (task.type === 'test') task.repeats = 1
  else for (const inner of task.tasks) twice(inner)
}

/**
 * `EACH_TWICE=1 npm test -- NAME`: runs each test a second time on the state that the first run left, as CI does with one that
 * fails.
 */
// biome-ignore lint/correctness/noEmptyPattern: Vitest reads here that the hook takes no fixture
beforeAll(({}, suite) => twice(suite))
