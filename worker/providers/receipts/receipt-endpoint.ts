import type { Result } from '@straks/shared'
import type { Failure } from '../../domain/failure.ts'
import type { Config } from '../../platform/config.ts'
import type { LogFields } from '../../platform/log.ts'
import type { ReceiptServices } from './references.ts'

/** What taking in a report may use of the request that brings it and of the service. */
export type ReceiptContext = ReceiptServices & {
  readonly config: Config
  /** The request's body, within the limit that all bodies have. */
  readonly readBody: () => Promise<Result<Uint8Array, Failure>>
  /** The same as JSON. */
  readonly readJson: () => Promise<Result<unknown, Failure>>
  /** Adds ids and counts to the request's log line. */
  readonly note: (fields: LogFields) => void
}

/** How a report is shown to be the provider's: an OpenAPI security scheme. */
type SecurityScheme =
  | { readonly type: 'http'; readonly scheme: 'basic' }
  | { readonly type: 'apiKey'; readonly in: 'header'; readonly name: string }

/** What the description of the API says of an endpoint beside its path. */
type ReceiptDescription = {
  readonly operationId: string
  readonly summary: string
  readonly description: string
  readonly security: { readonly name: string; readonly scheme: SecurityScheme }
  readonly requestType: string
  /** What is answered to a report that was taken in; `type` where the answer has a body. */
  readonly taken: { readonly status: number; readonly type?: string }
  /** What is answered to a caller who is not the provider. */
  readonly stranger: { readonly status: number; readonly description: string }
}

/** Where a provider reports what became of messages that it took. */
export type ReceiptEndpoint = {
  readonly method: 'POST'
  readonly path: string
  readonly description: ReceiptDescription
  /**
   * Takes in a report. A report that can be read is acknowledged, known or not: the provider would only bring it again.
   * One that cannot be stored throws, so that the provider does bring it again.
   */
  readonly receive: (request: Request, context: ReceiptContext) => Promise<Result<Response, Failure>>
}
