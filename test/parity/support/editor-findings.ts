import type { Finding } from '@straks/shared'
import { fileForm } from '../../../extension/document/file-form.ts'
import { findingsOfFile, lintFile } from '../../../extension/lint/lint-file.ts'
import { DEFAULT_LINT_OPTIONS, type LintOptions } from '../../../extension/lint/options.ts'

/** What the editor says of a request, in a file whose name promises one. */
export function editorFindings(
  text: string,
  options: LintOptions = DEFAULT_LINT_OPTIONS,
): readonly Pick<Finding, 'code' | 'severity'>[] {
  const form = fileForm('request.notification.json')
  if (!form) throw new Error('The editor leaves the file alone')
  return findingsOfFile(lintFile(text, form, options))
}
