import type { Outcome, Receipt } from '../../../worker/domain/outcome.ts'
import type { Outgoing, Provider } from '../../../worker/providers/provider.ts'
import type { Machine } from '../platform/machine.ts'
import { currentProcess } from '../platform/process.ts'
import type { Luck } from './luck.ts'

/** A message that a provider was asked to send. */
export type Ask = {
  readonly provider: string
  readonly organization: string
  readonly reference: string
  readonly to: string
  readonly body: string
  readonly expiresAtMs: number
  /** What the asking process's clock showed. */
  readonly clockMs: number
}

/** What happened at a provider. */
export type ProviderEvents = {
  readonly onAsk: (ask: Ask) => void
  /** A copy of a message is out: again and again where references are not honoured. */
  readonly onAccepted: (provider: string, reference: string) => void
  /** Tells the service what became of a message. Rejects where it did not hear. */
  readonly report: (provider: string, message: Outgoing, receipt: Receipt) => Promise<void>
}

/** How a provider works. */
export type ProviderKind = {
  readonly name: string
  readonly channel: 'sms' | 'email'
  readonly honoursReferences: boolean
  /** `receipts`: it tells what becomes of each message; `failures`: of those that fail; `never`: handed over is the end. */
  readonly tells: 'receipts' | 'failures' | 'never'
}

const SILENT_FAILURES_AFTER_MS = 600_000
const LONGEST_ANSWER_MS = 12_000
const MOST_REPORTS = 6
/** A lost asker may still hear the answer, but not report it. */
const LOST_WITHIN_MS = 250
const UNSAID = { outcome: { kind: 'uncertain' }, accepts: true, answerMs: 200 } as const
const UNLUCKY = {
  'asker is lost': UNSAID,
  'answer is lost': UNSAID,
  'provider is away': { outcome: { kind: 'unavailable' }, accepts: false, answerMs: 200 },
} as const
const REPORT_PAUSE_MS = 20_000

const failedStatus = ({ channel }: ProviderKind) =>
  channel === 'sms' ? ('SMS_Failed_Undelivered' as const) : ('Email_Failed_Bounced' as const)
const refusedStatus = ({ channel }: ProviderKind) =>
  channel === 'sms' ? ('SMS_Failed_BarredReceiver' as const) : ('Email_Failed_SuppressedRecipient' as const)
/** What only a provider says that never had the message. */
export const LIED_STATUS = { sms: 'SMS_Failed_Deleted', email: 'Email_Failed_Quarantined' } as const

/** A provider in the world outside: it takes messages, errs in every way that providers do, and reports later. */
export function simulatedProvider(
  machine: Machine,
  kind: ProviderKind,
  all: readonly ProviderKind[],
  luck: Luck,
  events: ProviderEvents,
): Provider {
  const { random, timeline } = machine
  const accepted = new Map<string, number>()
  let awayUntilMs = 0
  const outside = (ms: number, work: () => void) => timeline.after(ms, undefined, work)

  function report(name: string, message: Outgoing, receipt: Receipt, attempt = 1): void {
    if (random.chance(machine.faults.providerErrs / 10))
      outside(random.between(0, 5_000), () => report(name, message, receipt))
    events.report(name, message, receipt).catch(() => {
      if (attempt < MOST_REPORTS) outside(REPORT_PAUSE_MS, () => report(name, message, receipt, attempt + 1))
    })
  }

  function followUp(message: Outgoing): void {
    if (kind.tells === 'never') return
    const errs = machine.faults.providerErrs
    const afterMs = random.chance(errs / 4) ? random.between(0, 400_000) : random.between(5, 20_000)
    if (random.chance(errs / 8)) return
    if (random.chance(errs / 3))
      outside(afterMs, () => report(kind.name, message, { kind: 'failed', status: failedStatus(kind) }))
    else if (kind.tells === 'receipts')
      outside(afterMs, () => report(kind.name, message, { kind: 'delivered', atMs: timeline.clockMs }))
    if (kind.tells === 'receipts') takeBack(message)
    if (kind.tells === 'receipts' && random.chance(0.3))
      outside(random.between(0, afterMs * 1.5), () => report(kind.name, message, { kind: 'accepted' }))
  }

  /** A provider that told of an arrival may take that back. */
  function takeBack(message: Outgoing): void {
    if (random.chance(machine.faults.providerErrs / 4))
      outside(random.between(0, 60_000), () =>
        report(kind.name, message, { kind: 'failed', status: failedStatus(kind) }),
      )
  }

  /** Another provider tells of a message that it may never have had. */
  function lie(message: Outgoing): void {
    const other = random.pickAny(all.filter(({ name, channel }) => name !== kind.name && channel === kind.channel))
    if (other)
      outside(random.between(0, 30_000), () =>
        report(other.name, message, { kind: 'failed', status: LIED_STATUS[kind.channel] }),
      )
  }

  function accept(message: Outgoing): void {
    const copies = accepted.get(message.reference) ?? 0
    if (kind.honoursReferences && copies > 0) return
    accepted.set(message.reference, copies + 1)
    events.onAccepted(kind.name, message.reference)
    followUp(message)
  }

  const taken = (): Outcome => {
    if (kind.tells === 'never') return { kind: 'delivered' }
    return kind.tells === 'failures' ? { kind: 'taken', deliveredAfterMs: SILENT_FAILURES_AFTER_MS } : { kind: 'taken' }
  }

  /** What it makes of a message, and after how long it says so. An accepted message is out before the answer is. */
  function decide(message: Outgoing): {
    readonly outcome: Outcome
    readonly accepts: boolean
    readonly answerMs: number
  } {
    const usualMs = random.between(2, 300)
    if (timeline.nowMs < awayUntilMs) return { outcome: { kind: 'unavailable' }, accepts: false, answerMs: usualMs }
    if (kind.honoursReferences && accepted.has(message.reference) && random.chance(0.8))
      return { outcome: taken(), accepts: false, answerMs: usualMs }
    if (!random.chance(machine.faults.providerErrs)) return { outcome: taken(), accepts: true, answerMs: usualMs }
    const accepts = random.chance(0.5)
    // An outage often begins with answers that are lost.
    const goesAway = (mostMs: number) => {
      awayUntilMs = timeline.nowMs + random.between(0, mostMs)
    }
    switch (random.below(6)) {
      case 0:
        return { outcome: { kind: 'refused', status: refusedStatus(kind) }, accepts: false, answerMs: usualMs }
      case 1:
        goesAway(random.chance(0.2) ? 1_800_000 : 60_000)
        return { outcome: { kind: 'unavailable' }, accepts: false, answerMs: usualMs }
      case 2:
        return { outcome: { kind: 'unavailable' }, accepts: false, answerMs: random.between(0, LONGEST_ANSWER_MS) }
      case 3:
        if (random.chance(0.4)) goesAway(20_000)
        return { outcome: { kind: 'uncertain' }, accepts, answerMs: usualMs }
      case 4:
        return { outcome: taken(), accepts: true, answerMs: random.between(0, LONGEST_ANSWER_MS) }
      default:
        return { outcome: { kind: 'uncertain' }, accepts, answerMs: Number.POSITIVE_INFINITY }
    }
  }

  const send = (message: Outgoing): Promise<Outcome> => {
    const { organization, reference, to, content, expiresAtMs } = message
    const process = currentProcess()
    if (!machine.enter()) return machine.never()
    events.onAsk({
      provider: kind.name,
      organization,
      reference,
      to,
      body: content.body,
      expiresAtMs,
      clockMs: Date.now(),
    })
    return new Promise((resolve, reject) => {
      outside(machine.latencyMs(), () => {
        const badLuck = luck.of(reference)
        const { outcome, accepts, answerMs } = badLuck ? UNLUCKY[badLuck] : decide(message)
        if (accepts) outside(Math.min(answerMs, 5_000) / 2, () => accept(message))
        if (random.chance(machine.faults.providerLies)) lie(message)
        if (badLuck === 'asker is lost') outside(random.between(0, LOST_WITHIN_MS), () => process?.die())
        if (answerMs === Number.POSITIVE_INFINITY) return
        const isBug = outcome.kind === 'uncertain' && random.chance(0.2)
        timeline.after(answerMs, process, () => (isBug ? reject(new Error('A bug of ours')) : resolve(outcome)))
      })
    })
  }
  return { name: kind.name, honoursReferences: kind.honoursReferences, send }
}
