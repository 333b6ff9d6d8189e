import { fileForm } from '../../../extension/document/file-form.ts'
import { applyTextEdits } from '../../../extension/document/text-edit.ts'
import { findingsOfFile, lintFile } from '../../../extension/lint/lint-file.ts'
import { DEFAULT_LINT_OPTIONS } from '../../../extension/lint/options.ts'
import { fixText } from '../../../extension/repair/fix-file.ts'
import { createOffers } from '../../../extension/repair/offers.ts'

const formOf = (name: string) => {
  const form = fileForm(name)
  if (!form) throw new Error(`no form for ${name}`)
  return form
}

const findingsIn = (name: string, text: string) => findingsOfFile(lintFile(text, formOf(name), DEFAULT_LINT_OPTIONS))

/** The codes found in a file, each with the text of the file that it is about. */
export const found = (name: string, text: string): readonly string[] =>
  findingsIn(name, text).map(({ code, start, end }) => `${code} ${text.slice(start, end)}`)

/** What the safe repairs make of a file. */
export const fixed = (name: string, text: string): string => fixText(text, formOf(name), DEFAULT_LINT_OPTIONS)

/** What each repair of a file's findings makes of it. */
export const repaired = (name: string, text: string): readonly string[] => {
  const form = formOf(name)
  return findingsIn(name, text)
    .flatMap(createOffers(form, DEFAULT_LINT_OPTIONS))
    .map(({ edits }) => applyTextEdits(text, edits))
}
