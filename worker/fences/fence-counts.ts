import { MS_PER_DAY, MS_PER_MINUTE, MS_PER_SECOND } from '@straks/shared'
import { type CountingFence, type Fences, limitOf } from '../domain/fences.ts'
import type { Ask, Decision } from './contract.ts'
import { RecentKeys } from './recent-keys.ts'
import { RecipientLog } from './recipient-log.ts'
import { RollingCount } from './rolling-count.ts'

/** A day is counted by the quarter of an hour: 96 rows of one number each. */
export const DAY_SLOT_MS = 900_000

/** How long a request that is sent again is known by its key: longer than clients and networks repeat one by themselves. */
const IDS_KEPT_MS = 60_000
const IDS_MOST = 20_000

/**
 * What one process may accept before it asks again: a share of what is left, so that several do not spend it at once.
 */
const ROOM_SHARE = 4

const OPEN: Decision = { kind: 'open', isCounted: false }

/** The slot of the day that something was counted in, with all that is in it now. */
export type DaySlot = { readonly number: number; readonly messages: number }

/** A fence, and what has been counted for it. */
type Counted = { readonly fence: CountingFence; readonly count: RollingCount }

const again = (id: string, times: number): string => `${times} ${id}`

/** The counts of one organisation. The caller hands in recipients as hashes. */
export class FenceCounts {
  readonly #minute = new RollingCount(MS_PER_MINUTE, MS_PER_SECOND)
  readonly #day = new RollingCount(MS_PER_DAY, DAY_SLOT_MS)
  readonly #recipients = new RecipientLog()
  readonly #counted = new RecentKeys(IDS_KEPT_MS, IDS_MOST)
  /** Counted requests that further processes accepted too, each as often. What those take back is not what was counted. */
  readonly #acceptedAgain = new RecentKeys(IDS_KEPT_MS, IDS_MOST)
  /** Until when some recipient is known to be full. */
  #fullUntilMs = 0

  /** Counts messages that are accepted, unless they are counted already. */
  count(ask: Ask, nowMs: number): DaySlot | undefined {
    if (this.#counted.has(ask.id, nowMs)) return undefined
    this.#counted.add(ask.id, nowMs)
    this.restore(ask.messages, ask.recipients, nowMs)
    return this.#countDay(ask.messages, nowMs)
  }

  /** Counts messages that a process has accepted without asking; that another had them before, it did not know. */
  countAccepted(ask: Ask, nowMs: number): DaySlot | undefined {
    if (!this.#counted.has(ask.id, nowMs)) return this.count(ask, nowMs)
    this.#acceptedAgain.add(again(ask.id, this.#timesAgain(ask.id, nowMs) + 1), nowMs)
    return undefined
  }

  /** Takes back what was counted and is not sent, unless it is counted for another process. */
  takeBack({ id, messages, recipients }: Ask, nowMs: number): DaySlot | undefined {
    const times = this.#timesAgain(id, nowMs)
    if (times > 0) {
      this.#acceptedAgain.delete(again(id, times))
      return undefined
    }
    this.#counted.delete(id)
    this.restore(-messages, recipients, nowMs)
    return this.#countDay(-messages, nowMs)
  }

  /** Counts for the minute and for the recipients what is read from storage. */
  restore(messages: number, recipients: readonly string[], atMs: number): void {
    for (const recipient of recipients)
      if (messages < 0) this.#recipients.takeBack(recipient)
      else this.#recipients.add(recipient, atMs)
    this.#minute.add(messages, atMs)
  }

  /** Counts a slot of the day that is read from storage. */
  restoreDay({ number, messages }: DaySlot): void {
    this.#day.add(messages, number * DAY_SLOT_MS)
  }

  /** Whether messages may be accepted; of the fences that are closed, the one that opens last. */
  decide(ask: Ask, fences: Fences, nowMs: number): Decision {
    if (this.#counted.has(ask.id, nowMs)) return OPEN
    const closed = [
      this.#decideCount({ fence: 'perMinute', count: this.#minute }, ask, fences, nowMs),
      this.#decideCount({ fence: 'perDay', count: this.#day }, ask, fences, nowMs),
      this.#decideRecipients(ask, fences, nowMs),
    ].filter((decision) => decision.kind === 'closed')
    return closed.reduce<Decision>(
      (last, next) => (last.kind === 'open' || next.retryAfterMs > last.retryAfterMs ? next : last),
      OPEN,
    )
  }

  /** How many messages one process may accept without asking. */
  room(fences: Fences, nowMs: number): number {
    const left = ({ messages }: { messages: number }, count: RollingCount) =>
      Math.floor((messages - count.used(nowMs)) / ROOM_SHARE)
    const [minute, day] = [limitOf(fences, 'perMinute'), limitOf(fences, 'perDay')]
    return Math.max(
      0,
      Math.min(
        minute ? left(minute, this.#minute) : Number.MAX_SAFE_INTEGER,
        day ? left(day, this.#day) : Number.MAX_SAFE_INTEGER,
      ),
    )
  }

  isAnyFull(nowMs: number): boolean {
    return nowMs < this.#fullUntilMs
  }

  usedInMinute(nowMs: number): number {
    return this.#minute.used(nowMs)
  }

  usedInDay(nowMs: number): number {
    return this.#day.used(nowMs)
  }

  /** Forgets the recipients that no window has any more. */
  sweep(beforeMs: number): void {
    this.#recipients.sweep(beforeMs)
  }

  forget(recipient: string): boolean {
    return this.#recipients.forget(recipient)
  }

  /** Notes until when recipients are full: those that something was counted for, or all. */
  noteFull(fences: Fences, nowMs: number, recipients: Iterable<string> = this.#recipients.all()): void {
    const limit = limitOf(fences, 'perRecipient')
    if (!limit) return
    const windowMs = limit.seconds * MS_PER_SECOND
    for (const recipient of recipients) {
      const times = this.#recipients.since(recipient, nowMs - windowMs)
      const opensMs = times[times.length - limit.messages]
      if (opensMs !== undefined) this.#fullUntilMs = Math.max(this.#fullUntilMs, opensMs + windowMs)
    }
  }

  #timesAgain(id: string, nowMs: number): number {
    let times = 0
    while (this.#acceptedAgain.has(again(id, times + 1), nowMs)) times++
    return times
  }

  #countDay(messages: number, nowMs: number): DaySlot {
    const number = this.#day.add(messages, nowMs)
    return { number, messages: this.#day.inSlot(number) }
  }

  #decideCount({ fence, count }: Counted, { messages }: Ask, fences: Fences, nowMs: number): Decision {
    const limit = limitOf(fences, fence)
    if (!limit) return OPEN
    // An order of more messages than the fence has passes where there are no others.
    const room = Math.max(0, limit.messages - messages)
    if (limit.messages > 0 && count.used(nowMs) <= room) return OPEN
    const opensMs = limit.messages > 0 ? count.downToAtMs(room, nowMs) : nowMs + limit.seconds * MS_PER_SECOND
    return { kind: 'closed', fence, retryAfterMs: opensMs - nowMs }
  }

  #decideRecipients({ recipients }: Ask, fences: Fences, nowMs: number): Decision {
    const limit = limitOf(fences, 'perRecipient')
    if (!limit) return OPEN
    const windowMs = limit.seconds * MS_PER_SECOND
    const wanted = Map.groupBy(recipients, (recipient) => recipient)
    let opensMs = nowMs
    for (const [recipient, { length }] of wanted) {
      const times = this.#recipients.since(recipient, nowMs - windowMs)
      const room = Math.max(0, limit.messages - length)
      if (limit.messages > 0 && times.length <= room) continue
      const leavingMs = times[times.length - room - 1] ?? nowMs
      opensMs = Math.max(opensMs, leavingMs + windowMs)
    }
    return opensMs === nowMs ? OPEN : { kind: 'closed', fence: 'perRecipient', retryAfterMs: opensMs - nowMs }
  }
}
