import { ledgerName } from '../domain/order-id.ts'
import type { FiledReport } from '../ledger/contract.ts'
import { logError } from '../platform/log.ts'
import { ledgerNamed } from '../platform/objects.ts'

/** How long a report may wait for another call to its ledger. Lost in a crash, the claim's lease runs out. */
const WAITS_MS = 50

/** How long one request brings the reports of others before another does: it may go on for 30 seconds after its answer. */
const CARRIES_MS = 1_000

type Waiting = { readonly sinceMs: number; readonly reports: FiledReport[] }

/**
 * Reports that nothing waits for, on their way to their ledgers. They go with the next call to the same ledger, which
 * costs a fraction of a call of their own; where none comes in time, one of those that filed them brings them.
 */
export class PendingReports {
  readonly #waiting = new Map<string, Waiting>()
  #carriedUntilMs = 0

  /** Files a report. Resolves when the caller may leave: at once where another request brings it. */
  async file(env: Env, organization: string, report: FiledReport): Promise<void> {
    const ledger = ledgerName(organization, report.address.orderKey)
    const nowMs = Date.now()
    const waiting = this.#waiting.get(ledger)
    if (waiting) waiting.reports.push(report)
    else this.#waiting.set(ledger, { sinceMs: nowMs, reports: [report] })
    if (nowMs < this.#carriedUntilMs) return
    await this.#carry(env, nowMs + CARRIES_MS)
  }

  /** Makes a call to a ledger that takes along the reports which wait for it. Where it fails, they wait on. */
  async ride<Value>(ledger: string, call: (reports: readonly FiledReport[]) => Promise<Value>): Promise<Value> {
    const waiting = this.#waiting.get(ledger)
    if (!waiting) return call([])
    this.#waiting.delete(ledger)
    try {
      return await call(waiting.reports)
    } catch (error) {
      this.#putBack(ledger, waiting)
      throw error
    }
  }

  #putBack(ledger: string, { sinceMs, reports }: Waiting): void {
    const newer = this.#waiting.get(ledger)?.reports ?? []
    this.#waiting.set(ledger, { sinceMs, reports: [...reports, ...newer] })
  }

  async #carry(env: Env, untilMs: number): Promise<void> {
    // Somewhat longer than the last round: where this request is cut off, another takes over.
    this.#carriedUntilMs = untilMs + WAITS_MS
    while (this.#waiting.size > 0) {
      await new Promise((resolve) => setTimeout(resolve, WAITS_MS))
      const isLastRound = Date.now() >= untilMs
      const ripeMs = isLastRound ? Number.POSITIVE_INFINITY : Date.now() - WAITS_MS
      const ripe = [...this.#waiting].filter(([, { sinceMs }]) => sinceMs <= ripeMs).map(([ledger]) => ledger)
      await Promise.all(ripe.map((ledger) => this.#bring(env, ledger)))
      if (isLastRound) break
    }
    this.#carriedUntilMs = 0
  }

  async #bring(env: Env, ledger: string): Promise<void> {
    try {
      await this.ride(ledger, async (reports) => {
        if (reports.length > 0) await ledgerNamed(env, ledger).report(reports)
      })
    } catch (error) {
      logError('reports-delayed', error)
    }
  }
}
