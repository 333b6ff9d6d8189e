import type { Condition } from '../domain/order.ts'
import type { Config } from '../platform/config.ts'
import { correspondenceOf } from '../platform/objects.ts'
import { askCondition, CONDITION_TIMEOUT_MS, type ConditionAnswer } from './conditions/ask-condition.ts'

/** Whether conditions may lie on this machine: only where the service itself does. */
export const allowsLoopback = ({ environment }: Config): boolean =>
  environment === 'development' || environment === 'test'

/** Asks whether a shipment that has fallen due shall still be sent. */
export async function askConditionOf(env: Env, config: Config, condition: Condition): Promise<ConditionAnswer> {
  if (condition.kind === 'endpoint')
    return askCondition(condition.url, {
      timeoutMs: CONDITION_TIMEOUT_MS,
      allowLoopback: allowsLoopback(config),
    })
  const { correspondenceId, phase } = condition
  return (await correspondenceOf(env, correspondenceId).mayNotify(phase)) ? 'send' : 'do-not-send'
}
