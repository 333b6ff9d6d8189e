import { deskOf } from '../platform/objects.ts'
import type { AuditAct } from './audit-log.ts'

/** Notes that an operator has looked at something. */
export async function noteLook(env: Env, act: AuditAct, outcome: string): Promise<void> {
  await deskOf(env).record(act, outcome)
}

/**
 * Does what an operator asks for. It is written down before it begins, and what came of it afterwards: what is cut off
 * in between leaves an entry without an outcome.
 */
export async function audited<Value>(
  env: Env,
  act: AuditAct,
  work: () => Promise<Value>,
  outcomeOf: (value: Value) => string,
): Promise<Value> {
  const desk = deskOf(env)
  const number = await desk.record(act)
  try {
    const value = await work()
    await desk.conclude(number, outcomeOf(value))
    return value
  } catch (error) {
    await desk.conclude(number, 'failed')
    throw error
  }
}
