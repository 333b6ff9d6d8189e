import type { Ask } from '../world/providers.ts'

/** What one shipment's message is known by, wherever it must not be: each has a number of its own. */
export const SECRET = /qz\d+p\d+z/g
export const secretOf =
  (number: number) =>
  (part: number): string =>
    `qz${number}p${part}z`

/** Gives a message's parts, such as its reminders, each a secret of its own. */
export type Secrets = (part: number) => string

/** An entry of the feed, or what a webhook brought. */
export type Entry = {
  readonly sequenceNumber: number
  readonly shipmentId: string
  readonly status: string
  readonly recipients: readonly { readonly destination: string; readonly status: string }[]
}

/** A shipment as its sender was last shown it. */
export type Shown = {
  readonly status: string
  readonly recipients: readonly {
    readonly destination: string
    readonly status: string
    readonly uncertain?: boolean
  }[]
}

/** All that is known of one shipment. Times are milliseconds of the timeline, which never jumps. */
export type Shipment = {
  readonly shipmentId: string
  readonly organization: string
  /** Of a correspondence's notification: which, and whether it is its reminder. */
  readonly notifies: { readonly correspondenceId: string; readonly phase: string } | undefined
  /** From when on it must not be sent, by the clock; `undefined` where only its ledger knows. */
  readonly expiresAtMs: number | undefined
  readonly dueMs: number
  cancelledMs: number | undefined
  withdrawnMs: number | undefined
  shown: Shown | undefined
  endShownMs: number | undefined
}

/** All that is known of one delivery. */
export type Delivery = {
  readonly reference: string
  readonly asks: Ask[]
  /** The providers that each put a copy on its way. */
  readonly copies: string[]
  /** Claims and reports in the order in which their ledger took them in. */
  readonly steps: { readonly kind: 'granted' | 'reported'; readonly attempt: number; readonly clockMs: number }[]
  /** The attempts of which a report came, stored or not. */
  readonly heardOf: Set<number>
  /** Whether a provider without references did not say whether it has it. */
  isDoubtful: boolean
  /** Whether a provider has said that it has it. */
  isConfirmed: boolean
}

/** What became of one correspondence. */
export type Letter = {
  purgedMs: number | undefined
  readMs: number | undefined
  /** When it last said that a notification may go out, by phase. */
  readonly allowedMs: Map<string, number>
}

/** Finds what is known of something, or begins to know it. */
function findOrMake<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

/** Everything that a history is judged by. */
export class Facts {
  readonly shipments = new Map<string, Shipment>()
  readonly deliveries = new Map<string, Delivery>()
  readonly letters = new Map<string, Letter>()
  /** How often an operator may have tried a shipment again. */
  readonly redrives = new Map<string, number>()
  /** Shipments that may name nobody any more, since one of their recipients was to be erased. */
  readonly mayBeErased = new Set<string>()
  /** When nothing named a recipient any more. */
  readonly erasedMs = new Map<string, number>()
  /** What webhooks brought, by organisation and sequence number. */
  readonly received = new Map<string, Map<number, Entry>>()

  delivery(reference: string): Delivery {
    return findOrMake(this.deliveries, reference, () => ({
      reference,
      asks: [],
      copies: [],
      steps: [],
      heardOf: new Set(),
      isDoubtful: false,
      isConfirmed: false,
    }))
  }

  letter(correspondenceId: string): Letter {
    return findOrMake(this.letters, correspondenceId, () => ({
      purgedMs: undefined,
      readMs: undefined,
      allowedMs: new Map(),
    }))
  }

  receivedBy(organization: string): Map<number, Entry> {
    return findOrMake(this.received, organization, () => new Map())
  }

  /** The deliveries of a shipment, in their order. */
  ofShipment(shipmentId: string): readonly Delivery[] {
    return [...this.deliveries.values()].filter(({ reference }) => shipmentOf(reference) === shipmentId)
  }

  add(shipment: Pick<Shipment, 'shipmentId' | 'organization' | 'notifies' | 'expiresAtMs' | 'dueMs'>): void {
    const fresh = { cancelledMs: undefined, withdrawnMs: undefined, shown: undefined, endShownMs: undefined }
    const known = this.shipments.get(shipment.shipmentId)
    if (!known || known.expiresAtMs === undefined)
      this.shipments.set(shipment.shipmentId, { ...fresh, ...known, ...shipment })
  }

  /** Notes a shipment that its ledger stored without coming to say so. */
  addUnsaid(shipmentId: string, organization: string): void {
    if (!this.shipments.has(shipmentId))
      this.add({ shipmentId, organization, notifies: undefined, expiresAtMs: undefined, dueMs: 0 })
  }
}

/** The shipment that a delivery's reference names. */
export const shipmentOf = (reference: string): string => reference.slice(0, 36)

/** Whether a status is the last that there will be. */
export const isFinal = (status: string): boolean =>
  /^(?:SMS_|Email_)(?:Delivered|Failed)|^Order_(?:Completed|SendConditionNotMet|Cancelled)$/.test(status)

/** A report that comes later may find that its claim has run out. */
const LEASE_MS = 9_000

/**
 * Whether the holder of a claim was not heard of in time, or before the next claim was granted. Of a claim whose call was
 * lost with its process, only the number tells that the next one has.
 */
export function hasLostClaim({ steps }: Delivery): boolean {
  let open: Delivery['steps'][number] | undefined
  let granted = 0
  for (const step of steps) {
    if (step.kind === 'granted') {
      if (open || step.attempt > granted + 1) return true
      open = step
      granted = step.attempt
    } else if (open && step.attempt === open.attempt) {
      if (step.clockMs - open.clockMs > LEASE_MS) return true
      open = undefined
    }
  }
  return open !== undefined
}
