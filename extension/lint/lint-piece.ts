import { type DocumentKind, type JudgeContext, lint, SCHEMA_CODE, say, type Words } from '@straks/shared'
import type { FileForm } from '../document/file-form.ts'
import { parsePiece, treeOf } from '../document/parse-piece.ts'
import type { Piece } from '../document/piece.ts'
import { endOfLine, skipBlank } from '../document/scan.ts'
import type { PieceFinding } from './finding.ts'
import { type LintOptions, weigh } from './options.ts'
import { placeFindings } from './place-findings.ts'
import { recognisePiece } from './recognise-piece.ts'
import { reasonWithoutRenaming, syntaxFinding } from './syntax-finding.ts'
import { certainFindings } from './unknown/certain-findings.ts'

/** What is said of one request, at offsets of its own text. */
export type LintedPiece = {
  /** The kind of request it is; `undefined` where it is none that is known. */
  readonly kind?: DocumentKind
  readonly findings: readonly PieceFinding[]
  /** Whether it is not, or not yet, JSON, so that the effect of a change is unknown. */
  readonly broken: boolean
  /** How many names stand in it twice, whether that is told or not. Left out where none does. */
  readonly doubled?: number
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

const byPosition = (one: PieceFinding, other: PieceFinding): number => one.start - other.start || one.end - other.end

function weighed(findings: readonly PieceFinding[], options: LintOptions): PieceFinding[] {
  return findings.flatMap((finding) => {
    const severity = weigh(finding.code, finding.severity, options)
    if (severity === finding.severity) return finding
    return severity ? { ...finding, severity } : []
  })
}

const NOTHING: readonly PieceFinding[] = []

/** Unknown parts of one request: of one with more nothing certain is said. */
const HOLES_MAX = 1_000

/** The text of a request as it is sent: comments of the file's own format are blank. */
function sentText({ text, comments }: Piece): string {
  if (!comments) return text
  let sent = ''
  let at = 0
  for (const { start, end } of comments) {
    sent += text.slice(at, start) + ' '.repeat(end - start)
    at = end
  }
  return sent + text.slice(at)
}

/** What is known beside the request. Without the time nothing is. */
const contextOf = ({ now, smsCountries = [] }: LintOptions): JudgeContext | undefined =>
  now && {
    nowMs: now(),
    allowLoopback: undefined,
    isSent: false,
    smsCountries: smsCountries.length > 0 ? smsCountries : undefined,
  }

/** Judges the text of one request. */
export function lintPiece(piece: Piece, form: FileForm, options: LintOptions): LintedPiece {
  const parsed = parsePiece(sentText(piece), form.comments, piece.survey)
  const kind = recognisePiece(parsed.value, { kindName: piece.kindName ?? form.kindName, promised: form.promised })
  const syntax = parsed.syntaxErrors.map((syntaxError) => {
    const reason = form.layout === 'json' ? syntaxError.reason : reasonWithoutRenaming(syntaxError.reason)
    return syntaxFinding({ ...syntaxError, reason }, options.language, parsed.broken)
  })
  const names = parsed.syntaxErrors.filter(({ reason }) => reason === 'duplicate').length
  const doubled = names > 0 && { doubled: names }
  if (!kind) {
    const strange = form.promised && !parsed.broken
    return {
      findings: weighed(strange ? [...syntax, unknownRequest(piece.text, options)] : syntax, options),
      broken: parsed.broken,
      ...doubled,
    }
  }
  if ((piece.holes?.length ?? 0) > HOLES_MAX) return { kind, findings: NOTHING, broken: false }
  const context = contextOf(options)
  const tree = piece.holes && treeOf(piece.text)
  const said =
    tree && piece.holes
      ? certainFindings({ text: piece.text, tree, holes: piece.holes, kind }, options.language, context)
      : lint(kind, parsed.value, options.language, context)
  if (said.length === 0 && syntax.length === 0) return { kind, findings: NOTHING, broken: false }
  const findings = placeFindings(piece, parsed, said)
  return {
    kind,
    findings: weighed([...syntax, ...findings].sort(byPosition), options),
    broken: parsed.broken,
    ...doubled,
  }
}
