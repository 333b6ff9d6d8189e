import type { Result } from '@straks/shared'

/** Unwraps what the judge has already accepted; a refusal here means that judge and edge disagree. */
export function accepted<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(`The judge accepted what cannot be read: ${result.failure}`)
  return result.value
}
