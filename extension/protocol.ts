import type { FindingCode } from '@straks/shared'
import type { Position } from './document/line-index.ts'
import type { LineRange } from './document/line-range.ts'

/** What a client tells the server when it starts it. Every member may be left out. */
export type InitializationOptions = {
  /** Where the pages of the rules lie: a folder's URI with a slash at its end. */
  readonly rulePages?: string
  /** Whether the client has the commands that code lenses call. */
  readonly commands?: boolean
  /** Whether the editor itself tells what is no JSON in documents of its languages `json` and `jsonc`. */
  readonly validatesJson?: boolean
  /** Whether the editor itself has an outline of such documents, beside which a second one would be in the way. */
  readonly outlinesJson?: boolean
  /** Whether the client answers `FILES_REQUEST` and `FILE_REQUEST`. */
  readonly files?: boolean
  /** The settings under `straks`, for a client that cannot be asked for them. */
  readonly settings?: unknown
}

/** The commands behind code lenses, by the names in the manifest. */
export const COMMANDS = { preview: 'straks.preview', send: 'straks.sendToInbox' } as const

/** From server to client: the URIs of all files whose name promises requests. */
export const FILES_REQUEST = 'straks/files'

/** From server to client: the text of a file, `null` where it is gone, `false` where it is not UTF-8. */
export const FILE_REQUEST = 'straks/file'

/** From client to server: what the recipients of the request at a place will see. */
export const PREVIEW_REQUEST = 'straks/preview'

/** From client to server: the verdict on a text that is in no file. */
export const VALIDATE_REQUEST = 'straks/validate'

/** From server to client: what there is to say of a document as a whole. */
export const STATUS_NOTIFICATION = 'straks/status'

/** Which request of a document is meant: the one at a place, or on a line where no character is told. */
export type RequestPlace = { readonly uri: string; readonly line: number; readonly character?: number }

/** One message as a recipient sees it. */
export type PreviewMessage = {
  readonly channel: 'sms' | 'email'
  readonly reminder: boolean
  readonly from?: string
  readonly to?: string
  readonly subject?: string
  readonly body: string
  /** Whether the body is HTML. */
  readonly html: boolean
  /** The text alternative that goes with HTML, for those who read mail as text. */
  readonly alternative?: string
  /** What the message costs, for an SMS: `137/160 · GSM-7 · 1 SMS`. */
  readonly size?: string
  /** When it is sent, and to whom if not to all. An instant message is sent at once, and says nothing. */
  readonly when?: string
}

/** A request with everything a preview and a sending need. */
export type Preview = {
  readonly kind: string
  readonly title: string
  readonly messages: readonly PreviewMessage[]
  /** Where the request begins. */
  readonly start: Position
  /** The request as JSON, ready to be posted. */
  readonly request: string
  /** The route that takes it, for a kind that can be sent to the inbox. */
  readonly route?: string
  /** How many findings stand in the way of sending. */
  readonly errors: number
}

/** One finding, for a client that has no document to show it in. */
export type Verdict = {
  readonly code: FindingCode
  readonly severity: string
  readonly message: string
  readonly pointer: string
  readonly range: LineRange
}

/** What there is to say of a document: how many requests of which kinds it holds, and what stands in their way. */
export type DocumentStatus = {
  readonly uri: string
  readonly requests: number
  readonly kinds: readonly string[]
  readonly errors: number
  readonly warnings: number
  /** Set where the server has given the file up, with the reason for a person. */
  readonly gaveUp?: string
}
