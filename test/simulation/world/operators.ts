import type { NamedRecipient } from '../../../worker/domain/erasure.ts'
import { parseShipmentId } from '../../../worker/domain/order-id.ts'
import { eraseInOrganization } from '../../../worker/operator/erase-recipient.ts'
import { ledgerOf } from '../../../worker/platform/objects.ts'
import { type Facts, shipmentOf } from '../model/facts.ts'
import type { Deployment } from '../platform/deployment.ts'
import type { Machine } from '../platform/machine.ts'

const LONGEST_PAUSE_MS = 60_000

/** Those who run the service: they try again, give up, cancel and erase. Who they are, and how they ask, is tested elsewhere. */
export class OperatorMoves {
  readonly #machine: Machine
  readonly #deployment: Deployment
  readonly #facts: Facts

  constructor(machine: Machine, deployment: Deployment, facts: Facts) {
    this.#machine = machine
    this.#deployment = deployment
    this.#facts = facts
  }

  /** Moves one shipment by hand, once: its operator looks at what came of it later, if at all. */
  async move(organization: string, shipmentId: string): Promise<void> {
    const address = parseShipmentId(shipmentId)
    const shipment = this.#facts.shipments.get(shipmentId)
    if (!address || !shipment) return
    const { random, timeline } = this.#machine
    const move = random.pick(['redrive', 'redrive', 'cancelByHand', 'giveUpByHand'])
    try {
      const outcome = await this.#deployment.run(async (env) => {
        const ledger = ledgerOf(env, organization, address)
        return move === 'redrive' ? ledger.redrive([address]) : ledger[move](address)
      })
      if (outcome !== 'done') return
      if (move === 'cancelByHand') shipment.cancelledMs ??= timeline.nowMs
      else shipment.endShownMs ??= timeline.nowMs
    } catch {
      // The answer is lost. What was done all the same is judged by what follows.
    }
  }

  /** Erases a recipient from an organisation's shipments, and tries until that is done. */
  async erase(organization: string, recipient: NamedRecipient, shipmentIds: readonly string[]): Promise<void> {
    for (const shipmentId of shipmentIds) this.#facts.mayBeErased.add(shipmentId)
    this.#markOthers(recipient)
    while (!(await this.#erased(organization, recipient))) await this.#pause()
    this.#markOthers(recipient)
    this.#facts.erasedMs.set(recipient.value, this.#machine.timeline.nowMs)
  }

  /** Among a million numbers some are drawn twice: who is erased from one shipment is erased from the other. */
  #markOthers({ value }: NamedRecipient): void {
    for (const { reference, asks } of this.#facts.deliveries.values())
      if (asks.some(({ to }) => to === value)) this.#facts.mayBeErased.add(shipmentOf(reference))
  }

  async #erased(organization: string, recipient: NamedRecipient): Promise<boolean> {
    try {
      await this.#deployment.run((env) => eraseInOrganization(env, organization, recipient))
      return true
    } catch {
      return false
    }
  }

  #pause(): Promise<void> {
    const { random, timeline } = this.#machine
    return new Promise((resolve) => {
      timeline.after(random.between(0, LONGEST_PAUSE_MS), undefined, resolve)
    })
  }
}
