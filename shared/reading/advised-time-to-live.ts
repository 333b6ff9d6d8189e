import { ONE_TIME_CODE_TIME_TO_LIVE_SECONDS, TIME_TO_LIVE_SECONDS } from '../limits.ts'
import type { Text } from './document.ts'
import { findOneTimeCode } from './one-time-code.ts'
import { findValiditySeconds } from './validity.ts'

const { min, max } = ONE_TIME_CODE_TIME_TO_LIVE_SECONDS

const codeTextOf = (texts: readonly Text[]): Text | undefined =>
  texts.find(({ role, value }) => role === 'sms-body' && findOneTimeCode(value))

/** For how many seconds a text says that the one-time code in it is valid. */
export function statedSeconds(texts: readonly Text[]): number | undefined {
  const text = codeTextOf(texts)
  return text && findValiditySeconds(text.value)?.seconds
}

/**
 * The time-to-live nearest to the written one, in seconds, that is wise: as long as the text says that its code is
 * valid, but neither shorter than a phone needs nor longer than a thief should have.
 */
export function adviseTimeToLive(texts: readonly Text[], written: number): number {
  const most = codeTextOf(texts) ? max : TIME_TO_LIVE_SECONDS.max
  return Math.min(most, Math.max(min, statedSeconds(texts) ?? written))
}
