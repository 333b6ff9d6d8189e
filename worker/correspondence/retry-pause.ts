const SHORTEST_PAUSE_MS = 5_000

/** The longest pause before work that could not be done is tried again. */
export const LONGEST_TASK_PAUSE_MS = 3_600_000

/** Which part of the time for which it has been due work waits for its next attempt. */
const SHARE = 0.1

/**
 * How soon work that could not be done is tried again: a register that is back is asked soon, and what never succeeds
 * costs little.
 *
 * @param dueForMs how long it has been due, in milliseconds
 */
export const retryPauseMs = (dueForMs: number): number =>
  Math.min(Math.max(dueForMs * SHARE, SHORTEST_PAUSE_MS), LONGEST_TASK_PAUSE_MS)
