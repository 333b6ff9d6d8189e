import { toReference, toUuid } from '../../../worker/domain/order-id.ts'
import type {
  Claimed,
  FiledReport,
  InstantAcceptance,
  InstantOrder,
  OrdinaryOrder,
} from '../../../worker/ledger/contract.ts'
import type { Carried, Observer } from '../platform/objects.ts'
import type { Timeline } from '../platform/timeline.ts'
import type { Facts } from './facts.ts'

/** Two days for the register to answer, one for the send window to open, two for the attempts. */
const LONGEST_LIFE_MS = 5 * 86_400_000

/** A claim's lease, but for the moments that its answer may have taken and a step back of the clock. */
const SHORTEST_LEASE_MS = 5_000

/** What a ledger or a correspondence was asked, as this model reads it. The methods' own types say what is there. */
type Parameters<First, Second = unknown, Third = unknown> = readonly [First, Second, Third]

/** Whether a provider said that it has the message. */
const hasIt = ({ outcome }: FiledReport['told']): boolean => outcome.kind === 'taken' || outcome.kind === 'delivered'

/** Notes what objects have carried out: what is accepted, claimed, reported, taken back and allowed. */
export class Watch implements Observer {
  readonly #facts: Facts
  readonly #timeline: Timeline
  readonly #fault: (sentence: string) => void

  constructor(facts: Facts, timeline: Timeline, fault: (sentence: string) => void) {
    this.#facts = facts
    this.#timeline = timeline
    this.#fault = fault
  }

  readonly arriving: Observer['arriving'] = ({ method, parameters }) => {
    if (method === 'redrive')
      for (const address of (parameters as Parameters<readonly FiledReport['address'][]>)[0]) {
        const id = toUuid(address)
        this.#facts.redrives.set(id, (this.#facts.redrives.get(id) ?? 0) + 1)
      }
    if (method !== 'report' && method !== 'acceptInstant') return
    const reports = parameters[method === 'report' ? 0 : 1] as readonly FiledReport[] | undefined
    for (const { address, told } of reports ?? []) {
      const delivery = this.#facts.delivery(toReference(address))
      delivery.heardOf.add(told.attempt)
      // Stored, perhaps, even where the process is lost before it says so.
      delivery.isConfirmed ||= hasIt(told)
    }
  }

  readonly carried: Observer['carried'] = (call) => {
    if (call.kind === 'ORDER_LEDGER') this.#seeLedger(call)
    else if (call.kind === 'CORRESPONDENCE' && call.method === 'mayNotify' && call.result === true)
      this.#facts.letter(call.object).allowedMs.set(String(call.parameters[0]), this.#timeline.nowMs)
  }

  #seeLedger({ method, parameters, result, cameMs, arrivedMs }: Carried): void {
    switch (method) {
      case 'acceptInstant':
        this.#acceptInstant(
          parameters as Parameters<InstantOrder, readonly FiledReport[]>,
          result as InstantAcceptance,
          cameMs,
        )
        return
      case 'acceptOrder':
        this.#acceptOrder((parameters as Parameters<OrdinaryOrder>)[0])
        return
      case 'claim':
      case 'prepare':
        for (const claimed of result as readonly Partial<Claimed>[])
          if (claimed.address) this.#granted(claimed as Claimed, arrivedMs)
        return
      case 'report':
        for (const report of (parameters as Parameters<readonly FiledReport[]>)[0]) this.#reported(report)
        return
      case 'receive': {
        const [address] = parameters as Parameters<FiledReport['address']>
        this.#facts.delivery(toReference(address)).isConfirmed = true
        return
      }
      case 'withdraw': {
        const shipment = this.#facts.shipments.get(toUuid((parameters as Parameters<FiledReport['address']>)[0]))
        if (shipment) shipment.withdrawnMs ??= this.#timeline.nowMs
      }
    }
  }

  #acceptInstant(
    [order, reports = []]: Parameters<InstantOrder, readonly FiledReport[]>,
    accepted: InstantAcceptance,
    cameMs: number,
  ): void {
    for (const report of reports) this.#reported(report)
    if (accepted.kind !== 'created') return
    const address = { orderKey: order.orderKey, number: 1, position: 0 }
    const { organization } = order
    // Its ledger took it in after it came, and the clock may have been moved meanwhile.
    const { clockMs } = this.#timeline
    const acceptedMs = Math.max(cameMs, clockMs)
    this.#facts.add({
      shipmentId: toUuid(address),
      organization,
      notifies: undefined,
      dueMs: cameMs,
      expiresAtMs: acceptedMs + order.timeToLiveMs,
    })
    this.#note(toReference(address), 'granted', accepted.attempt, clockMs)
  }

  #acceptOrder({ orderKey, organization, shipments }: OrdinaryOrder): void {
    for (const [index, { condition, dueMs }] of shipments.entries())
      this.#facts.add({
        shipmentId: toUuid({ orderKey, number: 1 + index }),
        notifies: condition?.kind === 'correspondence' ? condition : undefined,
        organization,
        dueMs,
        expiresAtMs: dueMs + LONGEST_LIFE_MS,
      })
  }

  #granted({ address, attempt }: Claimed, arrivedMs: number): void {
    // A lease counts from when it is granted: the call may have waited for others before it.
    const { clockMs } = this.#timeline
    const { steps, heardOf } = this.#facts.delivery(toReference(address))
    const before = steps.at(-1)
    const isOpen = before?.kind === 'granted' && !heardOf.has(before.attempt)
    if (isOpen && clockMs < before.clockMs + SHORTEST_LEASE_MS)
      this.#fault(`${toReference(address)} may be attempted by two at once`)
    this.#note(toReference(address), 'granted', attempt, clockMs)
    const { withdrawnMs } = this.#facts.shipments.get(toUuid(address)) ?? {}
    if (withdrawnMs !== undefined && arrivedMs > withdrawnMs)
      this.#fault(`${toReference(address)} was taken back, and may be attempted all the same`)
  }

  #note(reference: string, kind: 'granted' | 'reported', attempt: number, clockMs: number): void {
    this.#facts.delivery(reference).steps.push({ kind, attempt, clockMs })
  }

  #reported({ address, told }: FiledReport): void {
    const delivery = this.#facts.delivery(toReference(address))
    this.#note(delivery.reference, 'reported', told.attempt, this.#timeline.clockMs)
    delivery.isDoubtful ||= told.outcome.kind === 'uncertain' && !told.honoursReferences
    delivery.isConfirmed ||= hasIt(told)
  }
}
