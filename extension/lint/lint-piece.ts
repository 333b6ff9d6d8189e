import { type DocumentKind, type Finding, lint, SCHEMA_CODE, say, type Words } from '@straks/shared'
import type { FileForm } from '../document/file-form.ts'
import { type ParsedPiece, parsePiece, treeOf } from '../document/parse-piece.ts'
import type { Piece } from '../document/piece.ts'
import { rangeOfPath } from '../document/ranges.ts'
import { endOfLine, skipBlank } from '../document/scan.ts'
import { locate } from '../document/tree.ts'
import { holdsVariable } from '../document/variables.ts'
import type { PieceFinding } from './finding.ts'
import { type LintOptions, weigh } from './options.ts'
import { recognisePiece } from './recognise-piece.ts'
import { syntaxFinding } from './syntax-finding.ts'

/** What is said of one request, at offsets of its own text. */
export type LintedPiece = {
  /** The kind of request it is; `undefined` where it is none that is known. */
  readonly kind?: DocumentKind
  readonly findings: readonly PieceFinding[]
}

const UNKNOWN: Words = {
  en: 'This is no request that Straks knows: an instant SMS has `recipientSms`, an instant e-mail `recipientEmail`, a correspondence `notification`.',
  nb: 'Dette er ingen forespørsel som Straks kjenner: en SMS har `recipientSms`, en e-post `recipientEmail`, en melding `notification`.',
  nn: 'Dette er ingen førespurnad som Straks kjenner: ein SMS har `recipientSms`, ein e-post `recipientEmail`, ei melding `notification`.',
}

function unknownRequest(text: string, options: LintOptions): PieceFinding {
  const start = skipBlank(text, 0)
  const end = endOfLine(text, start)
  return { code: SCHEMA_CODE, severity: 'error', message: say(UNKNOWN, options.language), path: [], start, end }
}

/** Finds the places of the judge's findings in the text. */
function place(piece: Piece, parsed: ParsedPiece, findings: readonly Finding[]): PieceFinding[] {
  const tree = findings.length > 0 ? treeOf(piece.text) : undefined
  if (!tree) return []
  return findings.flatMap(({ span, path, related, ...finding }) => {
    const { found, whole } = locate(tree, path)
    // What a half-written text lacks may be on its way.
    if (parsed.broken && !whole) return []
    const { offset, length } = found.value
    if (piece.variables && whole && holdsVariable(piece.text.slice(offset, offset + length))) return []
    const about = finding.deprecated ? 'name' : 'value'
    return {
      ...finding,
      path,
      ...rangeOfPath(piece.text, tree, path, about, span),
      ...(related && {
        related: related.map((one) => ({ ...rangeOfPath(piece.text, tree, one.path, 'value'), message: one.message })),
      }),
    }
  })
}

const byPosition = (one: PieceFinding, other: PieceFinding): number => one.start - other.start || one.end - other.end

function weighed(findings: readonly PieceFinding[], options: LintOptions): PieceFinding[] {
  return findings.flatMap((finding) => {
    const severity = weigh(finding.code, finding.severity, options)
    return severity ? { ...finding, severity } : []
  })
}

const NOTHING: readonly PieceFinding[] = []

/** Judges the text of one request. */
export function lintPiece(piece: Piece, form: FileForm, options: LintOptions): LintedPiece {
  const parsed = parsePiece(piece.text, form.comments, piece.survey)
  const kind = recognisePiece(parsed.value, piece.kindName ?? form.kindName)
  const syntax = parsed.complaints.map((complaint) => syntaxFinding(complaint, options.language))
  if (!kind) {
    const strange = form.promised && !parsed.broken
    return { findings: weighed(strange ? [...syntax, unknownRequest(piece.text, options)] : syntax, options) }
  }
  const said = lint(kind, parsed.value, options.language)
  if (said.length === 0 && syntax.length === 0) return { kind, findings: NOTHING }
  const findings = place(piece, parsed, said)
  return { kind, findings: weighed([...syntax, ...findings].sort(byPosition), options) }
}
