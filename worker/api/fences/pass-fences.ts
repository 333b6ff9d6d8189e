import { fail, isDestination, ok, type Result } from '@straks/shared'
import type { Failure } from '../../domain/failure.ts'
import { countsMessages, type Fences, fencesOf } from '../../domain/fences.ts'
import type { Ask } from '../../fences/contract.ts'
import type { RequestContext } from '../http/request-context.ts'

const callerOf = ({ env, config, afterwards }: RequestContext, organization: string) => ({
  env,
  afterwards,
  fences: fencesOf(config.fences, organization),
})

/** Messages that have passed the fences of their organisation. One of the two is to be called. */
export type Passed = {
  /** They were accepted now. */
  readonly keep: () => void
  /** They had been accepted before, or are not accepted at all. */
  readonly giveBack: () => void
}

const UNFENCED = ok<Passed>({ keep: () => undefined, giveBack: () => undefined })

/** Counts messages and lets them pass, unless a fence of their organisation is closed. */
export async function passFences(
  context: RequestContext,
  organization: string,
  { id, messages, recipients }: Ask,
): Promise<Result<Passed, Extract<Failure, { reason: 'too-many-requests' }>>> {
  const caller = callerOf(context, organization)
  if (!countsMessages(caller.fences)) return UNFENCED
  const ask = { id, messages, recipients: caller.fences.perRecipient ? recipients : [] }
  const decision = await context.gate.pass(organization, ask, caller)
  if (decision.kind === 'closed') {
    const { fence, retryAfterMs } = decision
    return fail({ reason: 'too-many-requests', fences: caller.fences, fence, retryAfterMs })
  }
  return ok({
    keep: () => context.gate.keep(organization, ask, caller),
    giveBack: () => {
      if (decision.isCounted) context.gate.giveBack(organization, ask, caller)
    },
  })
}

/** Whether SMS may be sent to all of these numbers. */
const mayText = ({ smsCountries }: Fences, numbers: readonly string[]): boolean =>
  smsCountries === undefined || numbers.every((number) => isDestination(number, smsCountries))

/**
 * The countries that a request must be judged by once more, because one of its numbers is in none of them; `undefined`
 * where all is well. It counts as a refusal of the fence.
 */
export function missedCountries(
  context: RequestContext,
  organization: string,
  numbers: readonly string[],
): readonly string[] | undefined {
  const caller = callerOf(context, organization)
  if (mayText(caller.fences, numbers)) return undefined
  context.gate.refuseCountry(organization, caller)
  return caller.fences.smsCountries
}
