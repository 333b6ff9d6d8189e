import { type DocumentKind, limits, type Path } from '@straks/shared'
import { expandKeywords, measureSms, SAMPLE_VALUES } from '@straks/shared/text'
import type { Node } from 'jsonc-parser'
import { parsePiece, treeOf } from '../document/parse-piece.ts'
import { locate } from '../document/tree.ts'
import type { FilePiece } from '../lint/lint-file.ts'

const TEXT_ROLES = new Set(['sms-body', 'email-subject', 'email-body'])

/** What kind of text a recipient reads. */
export type TextRole = 'sms-body' | 'email-subject' | 'email-body'

/** A text that a recipient reads, and where it is written. */
export type PlacedText = {
  readonly role: TextRole
  readonly path: Path
  readonly value: string
  readonly node: Node
  readonly siblings: Readonly<Record<string, unknown>>
}

const isTextRole = (role: string): role is TextRole => TEXT_ROLES.has(role)

/** The value of a request as Altinn reads it. */
export const readPiece = (
  { piece }: FilePiece,
  kind: DocumentKind,
  comments: boolean,
): ReturnType<DocumentKind['read']> => kind.read(parsePiece(piece.text, comments).value)

/** Every text of a request that a recipient reads, in the order of the document. */
export function textsOf(one: FilePiece, comments: boolean): readonly PlacedText[] {
  const tree = one.kind && treeOf(one.piece.text)
  if (!tree || !one.kind) return []
  return readPiece(one, one.kind, comments).fields.flatMap(({ role, path, value, siblings }) => {
    const { found, whole } = locate(tree, path)
    return isTextRole(role) && typeof value === 'string' && whole
      ? [{ role, path, value, siblings, node: found.value }]
      : []
  })
}

/** A text as a recipient may see it, with sample names in place of its keywords. Instant messages know no keywords. */
export const expand = (text: string, { purpose }: DocumentKind): string =>
  purpose === 'instant' ? text : expandKeywords(text, SAMPLE_VALUES)

/** How much of its room a text takes: `137/160 · GSM-7 · 1 SMS`, or `24/128` for a subject. */
export function sizeOf(role: TextRole, value: string, kind: DocumentKind): string {
  if (role === 'email-subject') return `${value.length}/${limits.EMAIL_SUBJECT_MAX_UNITS}`
  if (role === 'email-body') return `${value.length}/${limits.EMAIL_BODY_MAX_UNITS}`
  const { units, capacity, encoding, parts } = measureSms(expand(value, kind))
  return `${units}/${capacity} · ${encoding} · ${parts} SMS`
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
