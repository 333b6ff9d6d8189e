import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from 'vscode-languageserver'
import type { FileFinding } from '../../lint/lint-file.ts'
import type { LintOptions } from '../../lint/options.ts'
import { createOffers, type Offer, type Offers } from '../../repair/offers.ts'
import type { LintedDocument } from '../open-document.ts'
import { SOURCE } from './diagnostics.ts'
import { FIX_ALL_KIND, fixAll, fixAllOfKind, readDeferred, toTextEdit, withEdits } from './fix-all.ts'

const wants = (only: readonly string[] | undefined, kind: string): boolean =>
  only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`))

const isAbout = (diagnostic: Diagnostic, { code, message }: FileFinding): boolean =>
  diagnostic.source === SOURCE && diagnostic.code === code && diagnostic.message === message

/** A repair of one finding as an action. It is worked out on the text as it is now, not as it was when underlined. */
function quickFix(
  judged: LintedDocument,
  { repair, edits }: Offer,
  preferred: boolean,
  about: readonly Diagnostic[],
): CodeAction {
  return {
    title: repair.title,
    kind: CodeActionKind.QuickFix,
    ...(preferred && { isPreferred: true }),
    ...(about.length > 0 && { diagnostics: [...about] }),
    edit: { changes: { [judged.text.uri]: edits.map((edit) => toTextEdit(judged, edit)) } },
  }
}

/** The repairs of a finding as actions; the first safe one is preferred. */
function quickFixes(
  judged: LintedDocument,
  finding: FileFinding,
  diagnostics: readonly Diagnostic[],
  offersOf: Offers,
) {
  const offers = offersOf(finding)
  const safe = offers.find(({ repair }) => repair.safety === 'safe')
  const about = diagnostics.filter((diagnostic) => isAbout(diagnostic, finding))
  return offers.map((offer) => quickFix(judged, offer, offer === safe, about))
}

/** Adds an action, unless another finding led to the very same: one edit often puts several right. */
function add(quick: Map<string, CodeAction>, action: CodeAction): void {
  const key = JSON.stringify([action.title, action.edit])
  const same = quick.get(key)
  const diagnostics = [...(same?.diagnostics ?? []), ...(action.diagnostics ?? [])]
  quick.set(key, { ...same, ...action, ...(diagnostics.length > 0 && { diagnostics }) })
}

/**
 * What can be done about the findings that touch a range, and about the whole file. A client that `defers` is given the
 * edits of the latter when it asks for them.
 */
export function codeActions(
  judged: LintedDocument,
  { range, context }: CodeActionParams,
  options: LintOptions,
  defers: boolean,
): CodeAction[] {
  const quick = new Map<string, CodeAction>()
  const whole: (CodeAction | undefined)[] = []
  const offersOf = createOffers(judged.form, options)
  if (wants(context.only, CodeActionKind.QuickFix)) {
    const start = judged.text.offsetAt(range.start)
    const end = judged.text.offsetAt(range.end)
    const touched = judged.findings.filter((finding) => finding.start <= end && start <= finding.end)
    for (const finding of touched)
      for (const action of quickFixes(judged, finding, context.diagnostics, offersOf)) add(quick, action)
    const kinds = new Map(touched.map((finding) => [finding.code, finding]))
    for (const finding of kinds.values()) whole.push(fixAllOfKind(judged, finding, offersOf, options))
  }
  if (wants(context.only, FIX_ALL_KIND)) whole.push(fixAll(judged, offersOf, options))
  const found = whole.filter((action) => action !== undefined)
  return [...quick.values(), ...(defers ? found : found.flatMap((action) => resolved(action, judged, options)))]
}

/** An action over the whole file with its edits, or none where it would change nothing. */
function resolved(action: CodeAction, judged: LintedDocument, options: LintOptions): readonly CodeAction[] {
  const { data: _, ...rest } = action
  const deferred = readDeferred(action)
  const whole = deferred ? withEdits(rest, deferred, judged, options) : rest
  return whole.edit?.changes?.[judged.text.uri]?.length === 0 ? [] : [whole]
}
