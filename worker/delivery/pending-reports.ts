import { ledgerName } from '../domain/order-id.ts'
import type { FiledReport } from '../ledger/contract.ts'
import { logError } from '../platform/log.ts'
import { ledgerNamed } from '../platform/objects.ts'

/** How long a report waits for another call to its ledger at the most. Lost in a crash, the claim's lease runs out. */
const WAITS_MS = 50

/** How long one request brings the reports of others before another does: it may go on for 30 seconds after its answer. */
const CARRIES_MS = 1_000

type Waiting = { readonly sinceMs: number; readonly reports: FiledReport[] }

/**
 * Reports that nothing waits for, on their way to their ledgers. They go with the next call to the same ledger, which
 * costs a fraction of a call of their own; where none comes in time, one of those that filed them brings them.
 */
export class PendingReports {
  /** By ledger, those that have waited longest first. */
  readonly #waiting = new Map<string, Waiting>()
  #carriedUntilMs = 0

  /** Files a report. Resolves when the caller may leave: at once where another request brings it. */
  async file(env: Env, organization: string, report: FiledReport): Promise<void> {
    const nowMs = Date.now()
    this.#add(ledgerName(organization, report.address.orderKey), [report], nowMs)
    if (nowMs >= this.#carriedUntilMs) await this.#carry(env, nowMs + CARRIES_MS)
  }

  /** Makes a call to a ledger that takes along the reports which wait for it. Where it fails, they wait on. */
  async ride<Value>(ledger: string, call: (reports: readonly FiledReport[]) => Promise<Value>): Promise<Value> {
    const waiting = this.#waiting.get(ledger)
    if (!waiting) return call([])
    this.#waiting.delete(ledger)
    try {
      return await call(waiting.reports)
    } catch (error) {
      this.#add(ledger, waiting.reports, Date.now())
      throw error
    }
  }

  #add(ledger: string, reports: readonly FiledReport[], nowMs: number): void {
    const waiting = this.#waiting.get(ledger)
    if (waiting) for (const report of reports) waiting.reports.push(report)
    else this.#waiting.set(ledger, { sinceMs: nowMs, reports: [...reports] })
  }

  async #carry(env: Env, untilMs: number): Promise<void> {
    // Somewhat longer than the last round: where this request is cut off, another takes over.
    this.#carriedUntilMs = untilMs + WAITS_MS
    const underWay: Promise<void>[] = []
    // What is filed meanwhile comes last in this.
    for (const [ledger, waiting] of this.#waiting) {
      const leftMs = waiting.sinceMs + WAITS_MS - Date.now()
      if (leftMs > 0) await new Promise((resolve) => setTimeout(resolve, leftMs))
      const isLastRound = Date.now() >= untilMs
      const isStillThere = this.#waiting.get(ledger) === waiting
      const ripe = isLastRound ? [...this.#waiting.keys()] : isStillThere ? [ledger] : []
      for (const one of ripe) underWay.push(this.#bring(env, one))
      if (isLastRound) break
    }
    // From here on the next that files one carries: a ledger that is slow holds up no report to another.
    this.#carriedUntilMs = 0
    await Promise.all(underWay)
    const isLeftToNone = this.#waiting.size > 0 && this.#carriedUntilMs === 0
    if (isLeftToNone && Date.now() < untilMs) await this.#carry(env, untilMs)
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
