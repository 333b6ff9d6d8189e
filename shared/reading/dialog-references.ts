import type { ReadObject } from './read-object.ts'

/** What is wrong with a reference that says how a dialogue stands. */
export type DialogProblem = 'status' | 'extendedStatus' | 'alone' | 'twice'

export type DialogReferenceProblem = { readonly reference: ReadObject; readonly problem: DialogProblem }

/** UTF-16 units of a status in a sender's own words. docs/altinn/correspondence.md §1.1. */
export const EXTENDED_STATUS_MAX_UNITS = 25

/** The statuses of a dialogue, numbered from 1. */
const STATUSES = ['New', 'InProgress', 'Draft', 'Sent', 'RequiresAttention', 'Completed', 'NotApplicable', 'Awaiting']

const STATUS_WORDS: ReadonlySet<string> = new Set(
  STATUSES.flatMap((name, index) => [name.toLowerCase(), `${index + 1}`]),
)

const DIALOG = 'DialogportenDialogId'

/** The references that say how a dialogue stands, and what each may say. */
const IS_RIGHT = new Map<unknown, { readonly problem: DialogProblem; readonly says: (value: string) => boolean }>([
  ['DialogportenDialogStatus', { problem: 'status', says: (value) => STATUS_WORDS.has(value.toLowerCase()) }],
  [
    'DialogportenDialogExtendedStatus',
    {
      problem: 'extendedStatus',
      says: (value) => value.trim() !== '' && value.length <= EXTENDED_STATUS_MAX_UNITS,
    },
  ],
])

/**
 * What is wrong with a message's references to how a dialogue stands: each may be there once, beside one to the dialogue
 * itself. docs/altinn/correspondence.md §1.1.
 */
export function* judgeDialogReferences(references: readonly ReadObject[]): Generator<DialogReferenceProblem> {
  const hasDialog = references.some(({ members }) => members.referenceType === DIALOG)
  const seen = new Set<unknown>()
  for (const reference of references) {
    const { referenceType, referenceValue } = reference.members
    const rule = IS_RIGHT.get(referenceType)
    if (!rule || typeof referenceValue !== 'string') continue
    if (!rule.says(referenceValue)) yield { reference, problem: rule.problem }
    if (!hasDialog) yield { reference, problem: 'alone' }
    if (seen.has(referenceType)) yield { reference, problem: 'twice' }
    seen.add(referenceType)
  }
}
