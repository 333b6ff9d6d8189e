import { type DocumentKind, limits } from '@straks/shared'
import { sentText } from '@straks/shared/templates'
import { expandKeywords, expandKeywordsInHtml, type KeywordValues, measureSms } from '@straks/shared/text'
import type { Node } from 'jsonc-parser'
import { parsePiece, treeOf } from '../document/parse-piece.ts'
import { locate } from '../document/tree.ts'
import type { FilePiece } from '../lint/lint-file.ts'
import { samplesFor } from './sample-values.ts'

/** A request as Altinn reads it. */
export type ReadPiece = ReturnType<DocumentKind['read']>

type ReadText = ReadPiece['texts'][number]

/** A text that a recipient reads, and where it is written. */
export type PlacedText = Pick<ReadText, 'role' | 'path' | 'value' | 'siblings' | 'within'> & {
  readonly node: Node
  /** The text as it is sent, with the words of its template around it and its keywords still in it. */
  readonly sent: string
  /** What a preview fills in for its keywords. */
  readonly samples: KeywordValues
}

/** The value of a request as Altinn reads it. */
export const readPiece = ({ piece }: FilePiece, kind: DocumentKind, comments: boolean): ReadPiece =>
  kind.read(parsePiece(piece.text, comments).value)

/** Every text of a request that a recipient reads, in the order of the document. */
export function textsOf(one: FilePiece, comments: boolean): readonly PlacedText[] {
  const tree = one.kind && treeOf(one.piece.text)
  if (!tree || !one.kind) return []
  const document = readPiece(one, one.kind, comments)
  return document.texts.flatMap((text) => {
    const { found, whole } = locate(tree, text.path)
    const { role, path, value, siblings, within } = text
    const placed = { role, path, value, siblings, within, node: found.value, samples: samplesFor(document, within) }
    return whole ? [{ ...placed, sent: sentText(text, document) }] : []
  })
}

/** A text as a recipient may see it, with sample names in place of its keywords. Instant messages know no keywords. */
export function expand(text: string, { purpose }: DocumentKind, samples: KeywordValues, html = false): string {
  if (purpose === 'instant') return text
  return html ? expandKeywordsInHtml(text, samples) : expandKeywords(text, samples)
}

/** What an SMS costs: `137/160 · GSM-7 · 1 SMS`. */
export function smsSize(expanded: string): string {
  const { units, capacity, encoding, parts } = measureSms(expanded)
  return `${units}/${capacity} · ${encoding} · ${parts} SMS`
}

/**
 * How much of its room a text takes: an SMS as a whole, `24/128` for a subject. An e-mail's limits are for what is
 * written, an SMS is billed as it is sent.
 */
export function roomTakenBy({ role, value, sent, samples }: PlacedText, kind: DocumentKind): string {
  if (role === 'email-subject') return `${value.length}/${limits.EMAIL_SUBJECT_MAX_UNITS}`
  if (role === 'email-body') return `${value.length}/${limits.EMAIL_BODY_MAX_UNITS}`
  return smsSize(expand(sent, kind, samples))
}

const CONTENT_TYPES = ['contentType', 'emailContentType']
const REMINDER = /^reminder/i

/** Whether a text belongs to a reminder. */
export const isReminder = ({ path }: PlacedText): boolean =>
  path.some((step) => typeof step === 'string' && REMINDER.test(step))

/** Whether an e-mail body is written as HTML. */
export function isHtml({ path, siblings }: PlacedText): boolean {
  const names = REMINDER.test(String(path.at(-1))) ? ['reminderEmailContentType', ...CONTENT_TYPES] : CONTENT_TYPES
  const name = names.find((one) => siblings[one] !== undefined)
  return name !== undefined && siblings[name] === 'Html'
}
