import type { Claimed, FiledReport } from '../ledger/contract.ts'
import { Gatherer } from '../platform/gatherer.ts'
import { log } from '../platform/log.ts'
import { ledgerOf } from '../platform/objects.ts'
import { makeAttempt } from './make-attempt.ts'
import type { AttemptServices } from './services.ts'

/** How long a report waits for those of the attempts beside it. */
const REPORTED_WITHIN_MS = 50

/** Why a delivery whose message cannot be read is given up. */
const UNREADABLE = 'unreadable'

/** Makes the attempts that claims of one ledger allow, side by side, and reports them together. */
export async function makeAttempts(
  env: Env,
  services: AttemptServices,
  organization: string,
  claims: readonly Claimed[],
): Promise<void> {
  const [first] = claims
  if (!first) return
  const ledger = ledgerOf(env, organization, first.address)
  const reports = new Gatherer<FiledReport>((filed) => ledger.report(filed), REPORTED_WITHIN_MS)
  await Promise.all(
    claims.map(async (claimed) => {
      const report = await makeAttempt(env, services, organization, claimed)
      if (report) reports.add(report)
      else {
        log('error', 'message-unreadable', { organization, traceId: claimed.traceId })
        await ledger.giveUp(claimed.address, UNREADABLE)
      }
    }),
  )
  await reports.end()
}
