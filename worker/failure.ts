import type { Finding } from '@straks/shared'
import type { CorrespondenceErrorCode } from './http/correspondence-errors.ts'

/** Every way a request can be refused. Add an arm and the compiler lists the places to extend. */
export type Failure =
  | { readonly reason: 'unauthenticated' }
  | { readonly reason: 'scope-missing'; readonly scope: string }
  | { readonly reason: 'organization-missing' }
  | { readonly reason: 'route-unknown' }
  | { readonly reason: 'method-not-allowed'; readonly allowed: readonly string[] }
  | { readonly reason: 'content-type-unsupported'; readonly expected: string }
  | { readonly reason: 'body-too-large'; readonly limitBytes: number }
  | { readonly reason: 'body-empty' }
  | { readonly reason: 'body-not-json'; readonly why: 'encoding' | 'syntax' | 'depth' }
  | { readonly reason: 'body-not-form' }
  | { readonly reason: 'query-invalid'; readonly parameter: string; readonly message: string }
  | {
      readonly reason: 'request-invalid'
      readonly findings: readonly Finding[]
      /** Whose server's names and numbers the client knows. Left out: those of instant messages. */
      readonly dialect?: 'order' | 'correspondence'
    }
  | { readonly reason: 'correspondence-refused'; readonly code: CorrespondenceErrorCode }
  | { readonly reason: 'shipment-not-found' }
  | { readonly reason: 'order-not-found' }
  | { readonly reason: 'order-not-cancellable' }
  | { readonly reason: 'contact-missing' }
  | { readonly reason: 'ledger-unavailable' }
  | { readonly reason: 'misconfigured'; readonly sentence: string }
  | { readonly reason: 'unexpected' }
