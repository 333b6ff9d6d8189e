import { say, type Words } from '@straks/shared'
import { type CodeAction, CodeActionKind, type TextEdit } from 'vscode-languageserver'
import * as z from 'zod'
import type { TextEdit as OffsetEdit } from '../../document/text-edit.ts'
import type { FileFinding } from '../../lint/lint-file.ts'
import type { LintOptions } from '../../lint/options.ts'
import { fixEdits, fixEditsOf, safeRepair } from '../../repair/fix-file.ts'
import type { Choice } from '../../repair/fix-piece.ts'
import type { Offer, Offers } from '../../repair/offers.ts'
import type { LintedDocument } from '../open-document.ts'

/** The kind of action that puts right, on saving, everything that has a safe repair. */
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.straks`

const FIX_ALL: Words = {
  en: 'Fix everything that Straks can',
  nb: 'Rett alt Straks kan rette',
  nn: 'Rett alt Straks kan rette',
}

const FIX_ALL_OF_KIND: Words = {
  en: 'Fix all of this kind in the file ({code})',
  nb: 'Rett alle av denne typen i filen ({code})',
  nn: 'Rett alle av denne typen i fila ({code})',
}

/** What an action over the whole file carries, so that its edits are worked out only when it is chosen. */
const Deferred = z.object({
  uri: z.string(),
  /** One kind of repair of one kind of finding; left out: every safe one. */
  kind: z.object({ code: z.string(), key: z.string(), safety: z.string() }).optional(),
})

type Deferred = z.output<typeof Deferred>

/** Reads what an action carries; `undefined` for one that has its edits already. */
export const readDeferred = ({ data }: CodeAction): Deferred | undefined => Deferred.safeParse(data).data

/** Chooses one kind of repair wherever it is offered for one kind of finding. */
const repairsOfKind =
  ({ code, key, safety }: NonNullable<Deferred['kind']>): Choice =>
  (finding) =>
    finding.code === code ? finding.repairs?.find((one) => one.key === key && one.safety === safety) : undefined

/** What is offered first of a finding's repairs: a safe one, else the first that there is. */
const bestOf = (offers: readonly Offer[]): Offer | undefined =>
  offers.find(({ repair }) => repair.safety === 'safe') ?? offers[0]

export const toTextEdit = ({ text }: LintedDocument, { start, end, text: newText }: OffsetEdit): TextEdit => ({
  range: { start: text.positionAt(start), end: text.positionAt(end) },
  newText,
})

/** An action over the whole file with its edits. */
export function withEdits(
  action: CodeAction,
  { kind }: Deferred,
  judged: LintedDocument,
  options: LintOptions,
): CodeAction {
  const { linted, form, findings, text } = judged
  const choose = kind ? repairsOfKind(kind) : safeRepair
  const isWhole = !findings.some(({ isLast }) => isLast)
  const edits = isWhole ? fixEdits(linted, form, options, choose) : fixEditsOf(text.getText(), form, options, choose)
  return { ...action, edit: { changes: { [text.uri]: edits.map((edit) => toTextEdit(judged, edit)) } } }
}

/**
 * The action that makes every safe repair of a file; `undefined` where none can be made: a program has places that
 * cannot be written to.
 */
export function fixAll(
  { findings, text }: LintedDocument,
  offersOf: Offers,
  { language }: LintOptions,
): CodeAction | undefined {
  const data: Deferred = { uri: text.uri }
  const canBeMade = findings.some(
    (finding) => safeRepair(finding) && bestOf(offersOf(finding))?.repair.safety === 'safe',
  )
  return canBeMade ? { title: FIX_ALL[language], kind: FIX_ALL_KIND, data } : undefined
}

/**
 * The action that makes the same repair wherever a file has the same finding; `undefined` where it can be made only of
 * this one.
 */
export function fixAllOfKind(
  { findings, text }: LintedDocument,
  finding: FileFinding,
  offersOf: Offers,
  options: LintOptions,
): CodeAction | undefined {
  const own = bestOf(offersOf(finding))
  if (!own) return undefined
  const { key, safety } = own.repair
  const kind = { code: finding.code, key, safety }
  const chosen = repairsOfKind(kind)
  const made = JSON.stringify(own.edits)
  const isOther = (other: FileFinding): boolean => {
    const repair = chosen(other)
    if (!repair || other === finding) return false
    return offersOf(other).some((offer) => offer.repair === repair && JSON.stringify(offer.edits) !== made)
  }
  if (!findings.some(isOther)) return undefined
  const data: Deferred = { uri: text.uri, kind }
  return { title: say(FIX_ALL_OF_KIND, options.language, { code: finding.code }), kind: CodeActionKind.QuickFix, data }
}
