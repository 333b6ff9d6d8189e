import type { FindingCode, RepairDescription } from '@straks/shared'

/** A problem document (RFC 9457) with the members that Altinn's and .NET's clients look for. */
export type ProblemDocument = {
  readonly type: string
  readonly title: string
  readonly status: number
  /** Altinn's, where Altinn has one: upper-case, because .NET's clients read no other. */
  readonly code?: string
  readonly detail?: string
  /** Altinn's number for what is wrong with a correspondence. */
  readonly errorCode?: number
  /** Of a used idempotency key: the correspondences that it belongs to. */
  readonly correspondenceIds?: readonly string[]
  readonly errors?: Readonly<Record<string, readonly string[]>>
  readonly findings?: readonly PublicFinding[]
  /** How many findings there was no room for. */
  readonly more?: { readonly findings: number; readonly message: string }
  readonly headers?: Readonly<Record<string, string>>
}

/** A finding as a client sees it. */
export type PublicFinding = {
  readonly code: FindingCode
  readonly severity: string
  readonly pointer: string
  readonly message: string
  readonly page: string
  readonly repairs?: readonly RepairDescription[]
}
