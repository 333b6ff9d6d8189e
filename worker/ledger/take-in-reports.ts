import { toReference } from '../domain/order-id.ts'
import { logError } from '../platform/log.ts'
import type { FiledReport } from './contract.ts'
import type { Ledger } from './ledger.ts'
import type { StatusChange } from './status-change.ts'

/** Applies reports inside the current transaction. One that fails is logged, and the others still count. */
export const takeInReports = (
  ledger: Ledger,
  reports: readonly FiledReport[],
  nowMs: number,
): readonly StatusChange[] =>
  reports.flatMap(({ address, told }) => {
    try {
      return ledger.report(address, told, Math.random(), nowMs)
    } catch (error) {
      logError('report-failed', error, { reference: toReference(address) })
      return []
    }
  })
