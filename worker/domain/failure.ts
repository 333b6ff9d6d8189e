import type { Finding } from '@straks/shared'
import type { CorrespondenceErrorCode } from './correspondence-errors.ts'
import type { CountingFence, Fences } from './fences.ts'

/**
 * Whose names and sentences a refusal uses: those of Altinn's instant messages, of its orders, of its orders to several or
 * of its correspondences, as JSON or as a form.
 */
export type Dialect = 'instant' | 'order' | 'listed-order' | 'correspondence' | 'correspondence-form'

/** A refusal that the product's own way of refusing can differ for; the router adds it. */
type Spoken = { readonly dialect?: Dialect | undefined }

/** Why a shipment cannot be moved: its time is over, it has ended, it is not due, or a provider may have it. */
export type ImmovableCode = 'expired' | 'ended' | 'not-due' | 'too-late'

/** Every way a request can be refused. Add an arm and the compiler lists the places to extend. */
export type Failure =
  /** `why` is said to the caller: it repeats nothing of the token. */
  | { readonly reason: 'unauthenticated'; readonly why?: string }
  /** The issuer of a token does not answer, so nothing can be said of the token. */
  | { readonly reason: 'issuer-unavailable' }
  | { readonly reason: 'scope-missing'; readonly scope: string }
  | { readonly reason: 'organization-missing' }
  | { readonly reason: 'address-too-long'; readonly limit: number }
  | { readonly reason: 'route-unknown' }
  | { readonly reason: 'method-not-allowed'; readonly allowed: readonly string[] }
  | { readonly reason: 'content-type-unsupported'; readonly expected: string }
  | { readonly reason: 'body-too-large'; readonly limitBytes: number }
  | { readonly reason: 'body-incomplete'; readonly withinMs: number }
  | ({ readonly reason: 'body-empty' } & Spoken)
  | ({ readonly reason: 'body-not-json'; readonly why: 'encoding' | 'syntax' | 'depth' } & Spoken)
  | ({ readonly reason: 'body-not-form'; readonly why: 'syntax' | 'key' } & Spoken)
  | ({ readonly reason: 'query-invalid'; readonly parameter: string; readonly message: string } & Spoken)
  | {
      readonly reason: 'request-invalid'
      /** In the caller's language. */
      readonly findings: readonly Finding[]
      /** The same in English. */
      readonly english: readonly Finding[]
      readonly dialect: Dialect
    }
  | {
      readonly reason: 'correspondence-refused'
      readonly code: CorrespondenceErrorCode
      /** Those that have the idempotency key already, so that a client need not search for them. */
      readonly correspondenceIds?: readonly string[]
    }
  | { readonly reason: 'shipment-not-found' }
  | { readonly reason: 'order-not-found' }
  | { readonly reason: 'order-not-cancellable' }
  | { readonly reason: 'contact-missing' }
  | { readonly reason: 'member-invalid'; readonly member: string; readonly message: string }
  | { readonly reason: 'webhook-not-found' }
  | { readonly reason: 'suppression-not-found' }
  | { readonly reason: 'webhook-limit'; readonly limit: number }
  | { readonly reason: 'provider-unknown' }
  | { readonly reason: 'shipment-unknown' }
  /** Only so many of the organisations that may have it could be asked in time. */
  | { readonly reason: 'search-incomplete'; readonly asked: number; readonly of: number }
  /** What an operator asked for cannot be done to this shipment; `code` says why. */
  | { readonly reason: 'shipment-immovable'; readonly code: ImmovableCode }
  | {
      readonly reason: 'too-many-requests'
      readonly fences: Fences
      /** The one that opens last. */
      readonly fence: CountingFence
      readonly retryAfterMs: number
    }
  | { readonly reason: 'ledger-unavailable' }
  | { readonly reason: 'misconfigured'; readonly sentence: string }
  | { readonly reason: 'unexpected' }
