import { MS_PER_SECOND } from '@straks/shared'

/**
 * The pauses after each failed attempt, in seconds: soon at first, for a receiver that restarts, then hours apart. Together
 * 2.8 days, so that a receiver that is down over a weekend loses nothing.
 */
const PAUSES_SECONDS = [5, 30, 120, 600, 1_800, 3_600, 7_200, 14_400, 28_800, 43_200, 57_600, 86_400] as const

/** How far a pause varies, so that what failed together is not tried again together. */
const JITTER = 0.2

/** The longest pause that a receiver may ask for. */
export const LONGEST_RETRY_AFTER_MS = 86_400_000

/**
 * When the next attempt is made; `undefined` where there is none left.
 *
 * @param attempts how many there have been, from 1
 * @param chance from 0 up to 1
 * @param retryAfterMs what the receiver asked for, 0 for nothing; no longer than it may
 */
export function nextAttemptMs(
  attempts: number,
  chance: number,
  retryAfterMs: number,
  nowMs: number,
): number | undefined {
  const pause = PAUSES_SECONDS[attempts - 1]
  if (pause === undefined) return undefined
  const pauseMs = Math.round(pause * MS_PER_SECOND * (1 - JITTER + 2 * JITTER * chance))
  return nowMs + Math.max(pauseMs, retryAfterMs)
}
