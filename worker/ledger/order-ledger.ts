import type { DeliveryAddress, OrderKey, ShipmentAddress } from '../domain/order-id.ts'
import type { Receipt } from '../domain/outcome.ts'
import { timingOf } from '../domain/timing.ts'
import { configOf } from '../platform/config-of.ts'
import type { Box } from '../platform/content-box.ts'
import { boxFor } from '../platform/content-box-of.ts'
import { failAtUse } from '../platform/fail-at-use.ts'
import { GroupCommit } from '../platform/group-commit.ts'
import { type LogFields, log, logError } from '../platform/log.ts'
import { nameOf } from '../platform/object-name.ts'
import { sqlOf } from '../platform/sql.ts'
import { ActivityNote } from './activity-note.ts'
import { announceChanges, logChanges, type Teller } from './announce.ts'
import type { BroughtForward } from './bring-forward.ts'
import type {
  Cancellation,
  CancellationScope,
  Claimed,
  ClaimRefused,
  DueShipment,
  FiledReport,
  HeardReceipt,
  InstantAcceptance,
  InstantOrder,
  OrderAcceptance,
  OrderView,
  OrdinaryOrder,
  PreparedShipment,
  Referred,
} from './contract.ts'
import { FEED_RETRY_MS, FeedDispatch } from './feed-dispatch.ts'
import { sendWork } from './jobs.ts'
import { Ledger } from './ledger.ts'
import { LedgerAlarm } from './ledger-alarm.ts'
import { OperableLedger } from './operation/operable-ledger.ts'
import type { StatusChange } from './status-change.ts'
import { takeInReports } from './take-in-reports.ts'
import { earlier } from './wake-times.ts'

/** How soon a wake-up that failed is tried again. */
const FAILED_WAKE_UP_PAUSE_MS = 5_000

/** Keeps one slice of an organisation's orders: commits the steps of the `Ledger`, sets the alarm, and reports new statuses. */
export class OrderLedger extends OperableLedger {
  readonly #opened: () => { readonly ledger: Ledger; readonly box: Box }
  readonly #commits: GroupCommit
  readonly #feed: FeedDispatch
  readonly #activity: ActivityNote
  readonly #alarm: LedgerAlarm

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#opened = failAtUse(() => {
      const config = configOf(env)
      const box = boxFor(ctx, env, config)
      const timing = timingOf(config, Math.random())
      const ledger = ctx.storage.transactionSync(() => new Ledger(sqlOf(ctx.storage.sql), timing, box))
      return { ledger, box }
    })
    this.#commits = new GroupCommit(ctx.storage, () => {
      this.#alarm.forget()
      this.#ledger().reload()
    })
    this.#feed = new FeedDispatch(env, nameOf(ctx), this.#ledger, this.#commits)
    this.#activity = new ActivityNote(env, this.#ledger)
    this.#alarm = new LedgerAlarm(ctx.storage)
    void ctx.blockConcurrencyWhile(() => this.#alarm.read())
  }

  /** Takes in reports on other claims, stores an instant order and grants its first claim, or finds that of its key. */
  async acceptInstant(order: InstantOrder, reports: readonly FiledReport[] = []): Promise<InstantAcceptance> {
    const nowMs = Date.now()
    const { ledger, box } = this.#opened()
    const isReplay = ledger.hasInMemory(order.orderKey)
    const sealed = isReplay ? undefined : await box.sealAhead(JSON.stringify(order.content))
    return this.#commits.runSimple(() => {
      this.#tell(this.#takeIn(reports, nowMs))
      const acceptance = ledger.acceptInstant(order, nowMs, sealed, Date.now())
      this.#wakeForMessages(nowMs)
      return acceptance
    })
  }

  /** Finds the order that already has a key, so that a replay is answered without a look-up. */
  async replay(orderKey: OrderKey, fingerprint: string): Promise<OrderAcceptance | undefined> {
    await this.#commits.settled()
    return this.#ledger().replay(orderKey, fingerprint)
  }

  /** Stores a new ordinary order, or finds the order that already has its key. */
  acceptOrder(order: OrdinaryOrder): Promise<OrderAcceptance> {
    const nowMs = Date.now()
    return this.#commit(() => this.#ledger().acceptOrder(order, nowMs))
  }

  /** What a worker needs to prepare shipments that have fallen due. Those that are not to be prepared any more are left out. */
  async dueShipments(addresses: readonly ShipmentAddress[]): Promise<readonly DueShipment[]> {
    await this.#commits.settled()
    return addresses.flatMap((address) => this.#ledger().dueShipment(address) ?? [])
  }

  /** Takes in what a worker found out about shipments, and grants the claims on the deliveries that are due now. */
  async prepare(prepared: readonly PreparedShipment[]): Promise<readonly Claimed[]> {
    const made = await this.#commit(() =>
      prepared.map(({ address, preparation }) =>
        this.#ledger().prepare(address, preparation, Math.random(), Date.now()),
      ),
    )
    this.#tell(made.flatMap(({ changes }) => changes))
    return made.flatMap(({ claims }) => claims)
  }

  /** Grants claims, or tells of each why there is none now. A lease counts from the commit, for which a call may wait. */
  async claim(addresses: readonly DeliveryAddress[]): Promise<readonly (Claimed | ClaimRefused)[]> {
    const granted = await this.#commit(() => addresses.map((address) => this.#ledger().claim(address, Date.now())))
    this.#tell(granted.flatMap(({ changes }) => changes))
    return granted.map(({ verdict }) => verdict)
  }

  /** Takes in what the holders of claims learnt from the providers that they asked last. */
  async report(reports: readonly FiledReport[]): Promise<void> {
    const nowMs = Date.now()
    this.#tell(await this.#commits.run(() => this.#takeIn(reports, nowMs)))
  }

  /**
   * Lets the holder of a claim wait for an answer until another time, or until its message must have ended. Gives the end
   * of its lease; `undefined` where it no longer has the claim.
   */
  extendLease(address: DeliveryAddress, attempt: number, untilMs: number): Promise<number | undefined> {
    const nowMs = Date.now()
    return this.#commit(() => this.#ledger().extendLease(address, attempt, untilMs, nowMs))
  }

  /** Applies a provider's receipt, and says which kind of delivery it was for. For an unknown one it writes nothing. */
  async receive(address: DeliveryAddress, provider: string, receipt: Receipt, teller?: Teller): Promise<HeardReceipt> {
    const nowMs = Date.now()
    const { fate, changes } = await this.#commits.run(() => {
      const received = this.#ledger().receive(address, provider, receipt, nowMs)
      this.#wakeForMessages(nowMs)
      return received
    })
    const toldThere = this.#tell(changes, teller)
    return teller === 'request' ? { fate, toldThere } : fate
  }

  /** Ends a delivery that no worker could handle, and keeps an entry that tells an operator so. */
  async giveUp(address: DeliveryAddress, reason: string): Promise<void> {
    this.#tell(await this.#commit(() => this.#ledger().giveUp(address, reason, Date.now())))
  }

  /** Notes that no worker could prepare a shipment. It stays due, and is tried again after a pause that grows. */
  noteDeadShipment(address: ShipmentAddress, reason: string): Promise<void> {
    return this.#commit(() => this.#ledger().noteDeadShipment(address, reason, Math.random(), Date.now()))
  }

  /** Cancels on the sender's wish what is due in more than five minutes. A second time changes nothing. */
  cancel(address: ShipmentAddress, scope: CancellationScope): Promise<Cancellation> {
    return this.#commit(() => this.#ledger().cancel(address, scope, Date.now()))
  }

  /** Makes the waiting parts of a shipment due now. Only development calls it. */
  bringForward(address: ShipmentAddress): Promise<BroughtForward> {
    return this.#commit(() => this.#ledger().bringForward(address, Date.now()))
  }

  /** Withdraws all of a shipment that no provider can have yet, at any time. */
  withdraw(address: ShipmentAddress): Promise<void> {
    return this.#commit(() => this.#ledger().withdraw(address, Date.now()))
  }

  /** What its sender may see of a shipment; `undefined` where there is none. */
  async find(address: ShipmentAddress): Promise<OrderView | undefined> {
    await this.#commits.settled()
    return this.#ledger().find(address, Date.now())
  }

  /** The newest shipments that have a sender's reference. */
  async withReference(sendersReference: string, limit: number): Promise<readonly Referred[]> {
    await this.#commits.settled()
    return this.#ledger().withReference(sendersReference, limit)
  }

  protected operated = () => this.#ledger().operated
  protected change = <Value>(work: () => Value): Promise<Value> => this.#commit(work)
  protected tellFeed = (): Promise<void> => this.#feed.bringEverything()
  protected tell = (changes: readonly StatusChange[]): void => void this.#tell(changes)

  /** Looks at what has come due. Never throws: the platform gives up on an alarm that fails often enough. */
  override async alarm(): Promise<void> {
    this.#alarm.forget()
    try {
      this.ctx.waitUntil(this.#activity.tell(Date.now()))
      await this.#handOver()
      await this.#feed.flush()
      this.#wakeNext()
    } catch (error) {
      logError('wake-up-failed', error, { object: nameOf(this.ctx) })
      this.#alarm.ringBy(Date.now() + FAILED_WAKE_UP_PAUSE_MS)
    }
  }

  /** Puts on the queues what has come due, a batch at a time: new messages are let in between two. */
  async #handOver(): Promise<void> {
    const nowMs = Date.now()
    const { changes, unreadable, failures, ...work } = await this.#commits.run(() => this.#ledger().wake(nowMs))
    await sendWork(this.env, this.#ledger().organization, work)
    for (const shipmentId of unreadable) log('error', 'row-unreadable', { shipmentId })
    for (const { shipmentId, error } of failures) logError('row-failed', error, { shipmentId })
    this.#tell(changes)
  }

  /** Applies reports inside the current transaction, and sets the alarm for what comes next of their messages. */
  #takeIn(reports: readonly FiledReport[], nowMs: number): readonly StatusChange[] {
    const changes = takeInReports(this.#ledger(), reports, nowMs)
    if (reports.length > 0) this.#wakeForMessages(nowMs)
    return changes
  }

  /** Reports new statuses to the log at once, and to the feed and the inbox in the background. */
  #tell(changes: readonly StatusChange[], teller?: Teller): LogFields | undefined {
    this.#feed.soon()
    const telling = announceChanges(this.env, changes)
    if (telling) this.ctx.waitUntil(telling)
    return logChanges(changes, teller)
  }

  /** Makes a change in the next transaction, sets the alarm, and schedules a call to the feed. */
  async #commit<Value>(work: () => Value): Promise<Value> {
    const value = await this.#commits.run(() => {
      const made = work()
      this.#wakeNext()
      return made
    })
    this.#feed.soon()
    return value
  }

  /**
   * Sets the alarm for whichever comes first: a row that falls due, or what feed and desk have not been told. One call sets
   * it for all: a crash between two calls would leave the later alarm.
   */
  #wakeNext(): void {
    const nowMs = Date.now()
    this.#alarm.ringBy(earlier(this.#ledger().nextWakeUpMs(nowMs), this.#tellMs(nowMs)))
  }

  /** The same where only messages have changed. */
  #wakeForMessages(nowMs: number): void {
    this.#alarm.ringBy(earlier(this.#ledger().nextMessageMs(), this.#tellMs(nowMs)))
  }

  readonly #ledger = () => this.#opened().ledger
  readonly #tellMs = (nowMs: number) =>
    earlier(this.#feed.isBehind ? nowMs + FEED_RETRY_MS : undefined, this.#activity.dueMs(nowMs))
}
