import { EMBEDDING, type FileForm, fileForm, PLAIN_JSON } from '../../document/file-form.ts'
import { findingsOfFile, type LintedFile, lintFile } from '../../lint/lint-file.ts'
import type { LintOptions } from '../../lint/options.ts'
import { SYNTAX_CODE } from '../../lint/syntax-finding.ts'
import { fixText } from '../../repair/fix-file.ts'
import { type FileReport, reportFile } from './report.ts'

/** A text to be judged and the name that tells how to read it. */
export type Source = { readonly name: string; readonly text: string; readonly named: boolean }

/**
 * Judges a source as the editor would.
 *
 * One thing differs: a file that is named explicitly is checked even where nothing shows that it is a request, so that
 * a text too broken to be recognised is not passed over in silence.
 */
function lint({ text, named }: Source, form: FileForm, options: LintOptions): LintedFile {
  const linted = lintFile(text, form, options)
  if (form.promised || !named || EMBEDDING.has(form.layout) || linted.pieces.length > 0) return linted
  const strict = lintFile(text, { ...form, promised: true }, options)
  // Comments and commas too many hide nothing: it is known to be something else.
  const isReadable = strict.pieces.length > 0 && !strict.broken && strict.pieces.every(({ broken }) => !broken)
  if (isReadable) return linted
  return {
    ...strict,
    pieces: strict.pieces.map((one) => ({ ...one, findings: one.findings.filter(({ code }) => code === SYNTAX_CODE) })),
  }
}

const formOf = ({ name }: Source): FileForm => fileForm(name) ?? PLAIN_JSON

/** What is found in a source. */
export function lintSource(source: Source, options: LintOptions): FileReport {
  const form = formOf(source)
  return reportFile(source, findingsOfFile(lint(source, form, options)), form, options)
}

/** Puts a source right, as far as that is safe. */
export const fixSource = (source: Source, options: LintOptions): Source => ({
  ...source,
  text: fixText(source.text, formOf(source), options),
})
