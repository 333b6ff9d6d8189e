import { applyFix, isJsonValue, type JsonValue } from '@straks/shared'
import { type FileForm, fileForm } from '../../../extension/document/file-form.ts'
import { treeOf } from '../../../extension/document/parse-piece.ts'
import { applyTextEdits, type TextEdit } from '../../../extension/document/text-edit.ts'
import { dataOf } from '../../../extension/document/tree.ts'
import { type FileFinding, findingsOfFile, type LintedFile, lintFile } from '../../../extension/lint/lint-file.ts'
import { DEFAULT_LINT_OPTIONS as OPTIONS } from '../../../extension/lint/options.ts'
import { commentsIn } from '../../../extension/repair/blank.ts'
import { fixEdits, fixText } from '../../../extension/repair/fix-file.ts'
import { createOffers, type Offer } from '../../../extension/repair/offers.ts'
import type { MadeFile } from './files.ts'

/** What a text has that no repair may take from it or give it, as words that can be compared. */
function holdFast(text: string, form: FileForm): readonly string[] {
  const comments =
    form.layout !== 'json' ? [] : commentsIn(text, 0, text.length).map((one) => one.text.replaceAll(/\s+/g, ' '))
  return [
    ...comments.sort(),
    `mark ${text.startsWith('\ufeff')}`,
    `line feeds alone ${/(?<!\r)\n/.test(text) && !text.includes('\r')}`,
  ]
}

const countLines = (text: string): number => text.split(/\r\n|\n|\r/).length

const valuesOf = ({ pieces }: LintedFile): readonly unknown[] =>
  pieces.map(({ piece }) => {
    const tree = treeOf(piece.text)
    return tree && dataOf(tree, piece.text)
  })

function errorsOf(linted: LintedFile): ReadonlyMap<string, number> {
  const errors = new Map<string, number>()
  for (const { code, severity } of findingsOfFile(linted))
    if (severity === 'error') errors.set(code, (errors.get(code) ?? 0) + 1)
  return errors
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** The edits that take edits back. */
export function inverse(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  let shift = 0
  return edits.map(({ start, end, text: by }) => {
    const back = { start: start + shift, end: start + shift + by.length, text: text.slice(start, end) }
    shift += by.length - (end - start)
    return back
  })
}

/** A file as it is written, and what each of its repairs is compared with. */
type Original = {
  readonly text: string
  readonly form: FileForm
  readonly linted: LintedFile
  readonly errors: ReadonlyMap<string, number>
  readonly values: readonly unknown[]
  readonly held: readonly string[]
  readonly lines: number
}

function originalOf(text: string, form: FileForm): Original {
  const linted = lintFile(text, form, OPTIONS)
  return {
    text,
    form,
    linted,
    errors: errorsOf(linted),
    values: valuesOf(linted),
    held: holdFast(text, form),
    lines: countLines(text),
  }
}

/** A way to edit a file, and the file judged before and after. */
type Edited = {
  readonly before: Original
  readonly edits: readonly TextEdit[]
  readonly edited: string
  readonly after: LintedFile
}

function edit(before: Original, edits: readonly TextEdit[]): Edited {
  const edited = applyTextEdits(before.text, edits)
  return { before, edits, edited, after: lintFile(edited, before.form, OPTIONS) }
}

/** What is wrong with a way to edit a file: nothing where it keeps all that it must. */
function wrongWith({ before, edits, edited, after }: Edited): string | undefined {
  const { text, form, linted, errors, held, lines } = before
  if (after.broken || after.pieces.some(({ broken }, index) => broken && !linted.pieces[index]?.broken))
    return 'it is broken'
  if (after.pieces.length !== linted.pieces.length) return 'there is another number of requests'
  for (const [code, count] of errorsOf(after))
    if (count > (errors.get(code) ?? 0)) return `there is a new error ${code}`
  if (!same(held, holdFast(edited, form))) return 'a comment, the mark or the line ends have changed'
  if (form.layout === 'lines' && countLines(edited) !== lines) return 'the lines have changed'
  if (lines === 1 && countLines(edited) !== 1) return 'one line has become several'
  if (applyTextEdits(edited, inverse(text, edits)) !== text) return 'it cannot be undone'
  return undefined
}

/** A value with its members in order: where a member is added matters to nobody. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, member]) => [name, sorted(member)]),
  )
}

/** Whether anything else has changed than what a repair of the request at an index names. */
function changesOtherwise({ before: { values }, after }: Edited, { repair }: Offer, index: number): boolean {
  if (!('edits' in repair)) return !same(valuesOf(after), values)
  const value = values[index]
  if (!isJsonValue(value)) return true
  const wanted: JsonValue = applyFix(value, repair)
  return !same(sorted(valuesOf(after)), sorted(values.with(index, wanted)))
}

const timesFound = (code: string, linted: LintedFile): number =>
  findingsOfFile(linted).filter((finding) => finding.code === code).length

/** Says what one offer does that it must not. */
function faultOfOffer(finding: FileFinding, offer: Offer, made: Edited): string | undefined {
  const { linted } = made.before
  const index = finding.within ? linted.pieces.indexOf(finding.within) : -1
  const wrong = wrongWith(made)
  if (wrong) return wrong
  if (changesOtherwise(made, offer, index)) return 'something else has changed'
  const isLeft = timesFound(finding.code, made.after) >= timesFound(finding.code, linted)
  return isLeft ? 'the finding is still there' : undefined
}

/** Says what a repair of a file does that it must not; nothing where all is well. */
export function faultOf({ name, text }: MadeFile): string | undefined {
  const form = fileForm(name)
  return form ? faultOfRepairs(originalOf(text, form)) : `${name} is not read`
}

function faultOfRepairs(before: Original): string | undefined {
  const { form, linted } = before
  const offersOf = createOffers(form, OPTIONS)
  for (const finding of findingsOfFile(linted)) {
    for (const offer of offersOf(finding)) {
      const made = edit(before, offer.edits)
      const fault = faultOfOffer(finding, offer, made)
      if (fault) return `${fault}: ${finding.code} ${offer.repair.key} ${JSON.stringify(made.edited)}`
    }
  }
  const all = edit(before, fixEdits(linted, form, OPTIONS))
  const wrong = wrongWith(all)
  if (wrong) return `${wrong} after everything is fixed: ${JSON.stringify(all.edited)}`
  const again = fixEdits(all.after, form, OPTIONS)
  return again.length > 0 ? `fixing everything twice differs: ${JSON.stringify(all.edited)}` : undefined
}

/** Says what happens to a file that is not whole; nothing where it is left alone. */
export function faultOfBroken({ name, text }: MadeFile): string | undefined {
  const form = fileForm(name)
  if (!form) return `${name} is not read`
  const before = originalOf(text, form)
  const { linted } = before
  if (!linted.broken) return faultOfRepairs(before)
  if (fixText(text, form, OPTIONS) !== text) return 'a broken file is rewritten'
  const isOffered = findingsOfFile(linted).some((finding) => createOffers(form, OPTIONS)(finding).length > 0)
  return isOffered ? 'a repair is offered in a broken file' : undefined
}
