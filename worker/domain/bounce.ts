/**
 * How a mail came back. `hard`: the address takes no mail, now or later; `soft`: not this time; `complaint`: the
 * recipient called it spam.
 */
export type BounceKind = 'hard' | 'soft' | 'complaint'

/** A mail that a provider had taken and that came back, or that its recipient complained of. */
export type Bounce = {
  readonly organization: string
  /** The delivery's own reference: the shipment's id, with a number behind it for all but the first. */
  readonly delivery: string
  readonly provider: string
  readonly kind: BounceKind
  /** Whether the delivery had ended before, so that its status no longer changes. */
  readonly isLate: boolean
}
