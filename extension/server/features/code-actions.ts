import type { Language, Words } from '@straks/shared'
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type TextEdit,
} from 'vscode-languageserver'
import type { TextEdit as OffsetEdit } from '../../lint/finding.ts'
import { fixEdit } from '../../lint/fix-edit.ts'
import { fixEdits } from '../../lint/fix-file.ts'
import type { FileFinding } from '../../lint/lint-file.ts'
import type { LintOptions } from '../../lint/options.ts'
import type { Judged } from '../open-document.ts'
import { SOURCE } from './diagnostics.ts'

/** The kind of action that puts right, on saving, everything that has a fix. */
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.straks`

const FIX_ALL: Words = {
  en: 'Fix everything that Straks can',
  nb: 'Rett alt Straks kan rette',
  nn: 'Rett alt Straks kan rette',
}

const wants = (only: readonly string[] | undefined, kind: string): boolean =>
  only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`))

const toTextEdit = ({ text }: Judged, { start, end, text: newText }: OffsetEdit): TextEdit => ({
  range: { start: text.positionAt(start), end: text.positionAt(end) },
  newText,
})

const isAbout = (diagnostic: Diagnostic, { code, message }: FileFinding): boolean =>
  diagnostic.source === SOURCE && diagnostic.code === code && diagnostic.message === message

/** The fix of one finding as an action. It is worked out on the text as it is now, not as it was when underlined. */
function quickFix(judged: Judged, finding: FileFinding, diagnostics: readonly Diagnostic[]): CodeAction | undefined {
  const edit = fixEdit(finding)
  if (!edit || !finding.fix) return undefined
  const about = diagnostics.filter((diagnostic) => isAbout(diagnostic, finding))
  return {
    title: finding.fix.title,
    kind: CodeActionKind.QuickFix,
    isPreferred: true,
    ...(about.length > 0 && { diagnostics: about }),
    edit: { changes: { [judged.text.uri]: [toTextEdit(judged, edit)] } },
  }
}

function fixAll(judged: Judged, options: LintOptions, language: Language): CodeAction | undefined {
  const edits = fixEdits(judged.linted, judged.form, options)
  if (edits.length === 0) return undefined
  return {
    title: FIX_ALL[language],
    kind: FIX_ALL_KIND,
    edit: { changes: { [judged.text.uri]: edits.map((edit) => toTextEdit(judged, edit)) } },
  }
}

/** What can be done about the findings that touch a range. */
export function codeActions(judged: Judged, { range, context }: CodeActionParams, options: LintOptions): CodeAction[] {
  const actions: (CodeAction | undefined)[] = []
  if (wants(context.only, CodeActionKind.QuickFix)) {
    const start = judged.text.offsetAt(range.start)
    const end = judged.text.offsetAt(range.end)
    const touched = judged.findings.filter((finding) => finding.start <= end && start <= finding.end)
    actions.push(...touched.map((finding) => quickFix(judged, finding, context.diagnostics)))
  }
  if (wants(context.only, FIX_ALL_KIND) && judged.findings.some(({ fix }) => fix))
    actions.push(fixAll(judged, options, options.language))
  return actions.filter((action) => action !== undefined)
}
