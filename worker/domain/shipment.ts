import { type Channel, type DeliveryStatus, type FinalStatus, STATUS_OF } from './status.ts'

/**
 * Where a shipment stands between acceptance and its end.
 *
 * `waiting` for its next attempt · `queued` for a worker · `claimed` by one, an attempt in flight · `taken` by a
 * provider, waiting for its receipt · `final`.
 */
export type Phase = 'waiting' | 'queued' | 'claimed' | 'taken' | 'final'

/** The state of one delivery: all that its next step depends on. Times are milliseconds since 1970. */
export type Shipment = {
  readonly channel: Channel
  readonly phase: Phase
  readonly status: DeliveryStatus
  readonly lastUpdateMs: number
  /** From this moment on no attempt starts. */
  readonly expiresAtMs: number
  /** Attempts begun. The number of the latest is the name of its claim. */
  readonly attempts: number
  /** When the shipment next needs a look if nothing else happens. */
  readonly wakeAtMs: number
}

/** What a provider made of one attempt. */
export type Outcome =
  | { readonly kind: 'taken' }
  /** Handed over for good: this provider never reports, so its acceptance is the last that anyone will hear. */
  | { readonly kind: 'delivered' }
  | { readonly kind: 'refused'; readonly status: FinalStatus }
  | { readonly kind: 'unavailable' }

/** What a provider says later of a message it took, by its own clock. */
export type Receipt =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'delivered'; readonly atMs: number }
  | { readonly kind: 'failed'; readonly status: FinalStatus }

/** The durations that a shipment's steps are planned with. */
export type Timing = {
  /** How long one attempt may hold its claim. Longer than the provider's time-out, or a slow answer is tried twice. */
  readonly leaseMs: number
  /** How long a queue message may take to be claimed before it counts as lost. */
  readonly rescueMs: number
  /** How long a due shipment waits for a place in the queue when all are taken. */
  readonly deferMs: number
  /** How long after its time-to-live a taken message may still report that it arrived in time. */
  readonly graceMs: number
  /** How long a final shipment is remembered. */
  readonly retentionMs: number
}

export type ClaimRefusal = 'final' | 'taken' | 'held' | 'expired'

const finish = (shipment: Shipment, status: FinalStatus, nowMs: number, timing: Timing): Shipment => ({
  ...shipment,
  phase: 'final',
  status,
  lastUpdateMs: nowMs,
  wakeAtMs: nowMs + timing.retentionMs,
})

const expire = (shipment: Shipment, nowMs: number, timing: Timing): Shipment =>
  finish(shipment, STATUS_OF[shipment.channel].timeToLive, nowMs, timing)

/** A new shipment, its first attempt already claimed by whoever stores it. */
export const acceptClaimed = (channel: Channel, expiresAtMs: number, nowMs: number, timing: Timing): Shipment => ({
  channel,
  phase: 'claimed',
  status: STATUS_OF[channel].sending,
  lastUpdateMs: nowMs,
  expiresAtMs,
  attempts: 1,
  wakeAtMs: nowMs + timing.leaseMs,
})

/** Grants the one claim that lets a holder call a provider, or tells why nobody may. */
export function claim(
  shipment: Shipment,
  nowMs: number,
  timing: Timing,
): { readonly granted: true; readonly shipment: Shipment } | { readonly granted: false; readonly why: ClaimRefusal } {
  if (shipment.phase === 'final' || shipment.phase === 'taken') return { granted: false, why: shipment.phase }
  if (shipment.phase === 'claimed' && nowMs < shipment.wakeAtMs) return { granted: false, why: 'held' }
  if (nowMs >= shipment.expiresAtMs) return { granted: false, why: 'expired' }
  const status = STATUS_OF[shipment.channel].sending
  return {
    granted: true,
    shipment: {
      ...shipment,
      phase: 'claimed',
      status,
      lastUpdateMs: shipment.status === status ? shipment.lastUpdateMs : nowMs,
      attempts: shipment.attempts + 1,
      wakeAtMs: nowMs + timing.leaseMs,
    },
  }
}

const take = (shipment: Shipment, nowMs: number, timing: Timing): Shipment => ({
  ...shipment,
  phase: 'taken',
  status: STATUS_OF[shipment.channel].accepted,
  lastUpdateMs: nowMs,
  wakeAtMs: Math.max(shipment.expiresAtMs + timing.graceMs, nowMs),
})

/**
 * Applies what the holder of a claim learnt from its provider.
 *
 * A late answer still counts where it is knowledge (taken, delivered, refused); a late "unavailable" of an older
 * attempt does not take the claim from a newer one.
 *
 * @param backoffMs how long to wait before the next attempt, should there be one
 */
export function report(
  shipment: Shipment,
  attempt: number,
  outcome: Outcome,
  nowMs: number,
  backoffMs: number,
  timing: Timing,
): Shipment {
  if (shipment.phase === 'final') return shipment
  if (outcome.kind === 'delivered') return finish(shipment, STATUS_OF[shipment.channel].delivered, nowMs, timing)
  if (shipment.phase === 'taken') return shipment
  if (outcome.kind === 'taken') return take(shipment, nowMs, timing)
  if (outcome.kind === 'refused') return finish(shipment, outcome.status, nowMs, timing)
  if (shipment.phase !== 'claimed' || shipment.attempts !== attempt) return shipment
  if (nowMs >= shipment.expiresAtMs) return expire(shipment, nowMs, timing)
  return { ...shipment, phase: 'waiting', wakeAtMs: Math.min(nowMs + backoffMs, shipment.expiresAtMs) }
}

/** Applies a provider's receipt. One that comes twice, late or out of order changes nothing that is final. */
export function receive(shipment: Shipment, receipt: Receipt, nowMs: number, timing: Timing): Shipment {
  if (shipment.phase === 'final') return shipment
  switch (receipt.kind) {
    case 'accepted':
      return shipment.phase === 'taken' ? shipment : take(shipment, nowMs, timing)
    case 'failed':
      return finish(shipment, receipt.status, nowMs, timing)
    case 'delivered':
      return receipt.atMs > shipment.expiresAtMs
        ? expire(shipment, nowMs, timing)
        : finish(shipment, STATUS_OF[shipment.channel].delivered, nowMs, timing)
  }
}

/** Ends a shipment that no worker could handle. */
export const giveUp = (shipment: Shipment, nowMs: number, timing: Timing): Shipment =>
  shipment.phase === 'final' ? shipment : finish(shipment, STATUS_OF[shipment.channel].failed, nowMs, timing)

/** What a wake-up asks for: nothing more, a queue message for the next attempt, or that the order be forgotten. */
export type Awakening = { readonly shipment: Shipment; readonly next: 'nothing' | 'enqueue' | 'forget' }

/** Decides what has become due. The net under every other path: whatever was lost on the way is found here. */
export function wake(shipment: Shipment, nowMs: number, timing: Timing, queueHasRoom: boolean): Awakening {
  if (nowMs < shipment.wakeAtMs) return { shipment, next: 'nothing' }
  if (shipment.phase === 'final') return { shipment, next: 'forget' }
  if (shipment.phase === 'taken' || nowMs >= shipment.expiresAtMs)
    return { shipment: expire(shipment, nowMs, timing), next: 'nothing' }
  const pauseMs = queueHasRoom ? timing.rescueMs : timing.deferMs
  const wakeAtMs = Math.min(nowMs + pauseMs, shipment.expiresAtMs)
  return queueHasRoom
    ? { shipment: { ...shipment, phase: 'queued', wakeAtMs }, next: 'enqueue' }
    : { shipment: { ...shipment, phase: 'waiting', wakeAtMs }, next: 'nothing' }
}
