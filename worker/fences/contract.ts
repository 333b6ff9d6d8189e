import type { CountingFence, Fence, Fences } from '../domain/fences.ts'

/** Messages that are to be accepted together, under one key. */
export type Ask = {
  /** The same for a request that is sent again, which counts once. */
  readonly id: string
  /** How many messages it makes. */
  readonly messages: number
  /** Whom it writes to within a short time, once for each message: a national identity number, an address. */
  readonly recipients: readonly string[]
}

/** Whether messages may be accepted, and if not, why and for how long. */
export type Decision =
  /** `isCounted`: for this request, and not for an earlier one with the same key. */
  | { readonly kind: 'open'; readonly isCounted: boolean }
  | { readonly kind: 'closed'; readonly fence: CountingFence; readonly retryAfterMs: number }

/** One call from a process to the keeper of an organisation's fences: what it accepted, and what it asks about. */
export type Exchange = {
  readonly organization: string
  readonly fences: Fences
  /** Accepted without asking. */
  readonly accepted: readonly Ask[]
  /** Counted before, and then not sent: a replay. */
  readonly returned: readonly Ask[]
  /** To be decided, and counted where the fences are open. */
  readonly asked: readonly Ask[]
  /** Requests that were refused for the country of a number. */
  readonly refusedCountries: number
}

/** What the keeper answers. */
export type Settled = {
  /** One for each that was asked. */
  readonly decisions: readonly Decision[]
  /** How many further messages this process may accept without asking. */
  readonly room: number
  /** Whether any recipient may not be written to now, so that all are asked about. */
  readonly isAnyFull: boolean
}

/** What a fence has refused since it began to: for an operator. Times are milliseconds since 1970. */
export type Trip = {
  readonly fence: Fence
  readonly refused: number
  readonly sinceMs: number
  readonly lastMs: number
}

/** The fences of an organisation as an operator sees them. */
export type FenceState = {
  readonly organization: string
  readonly usedInMinute: number
  readonly usedInDay: number
  readonly trips: readonly Trip[]
}
