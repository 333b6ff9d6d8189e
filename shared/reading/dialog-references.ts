import type { ReadObject } from './read-object.ts'

/** What is wrong with a reference that says more of a dialogue, or of its transmission. */
export type DialogProblem = 'type' | 'status' | 'extendedStatus' | 'alone' | 'twice'

type DialogReferenceProblem = { readonly reference: ReadObject; readonly problem: DialogProblem }

/** UTF-16 units of a status in a sender's own words. docs/altinn/correspondence.md §1.1. */
export const EXTENDED_STATUS_MAX_UNITS = 25

/** The types of transmission, numbered from 1. */
const TYPES = ['Information', 'Acceptance', 'Rejection', 'Request', 'Alert', 'Decision', 'Submission', 'Correction']

/** The statuses of a dialogue, numbered from 1. */
const STATUSES = ['New', 'InProgress', 'Draft', 'Sent', 'RequiresAttention', 'Completed', 'NotApplicable', 'Awaiting']

/** Whether a value is one of the names, in any case, or its number. */
const oneOf = (names: readonly string[]) => {
  const words: ReadonlySet<string> = new Set(names.flatMap((name, index) => [name.toLowerCase(), `${index + 1}`]))
  return (value: string): boolean => words.has(value.toLowerCase())
}

const DIALOG = 'DialogportenDialogId'

export const TRANSMISSION_TYPE = 'DialogportenTransmissionType'

/** The references that say more of a dialogue or its transmission, and what each may say. */
const IS_RIGHT = new Map<unknown, { readonly problem: DialogProblem; readonly says: (value: string) => boolean }>([
  [TRANSMISSION_TYPE, { problem: 'type', says: oneOf(TYPES) }],
  ['DialogportenDialogStatus', { problem: 'status', says: oneOf(STATUSES) }],
  [
    'DialogportenDialogExtendedStatus',
    {
      problem: 'extendedStatus',
      says: (value) => value.trim() !== '' && value.length <= EXTENDED_STATUS_MAX_UNITS,
    },
  ],
])

/**
 * What is wrong with a message's references that say more of a dialogue: each may be there once, beside one to the
 * dialogue itself. docs/altinn/correspondence.md §1.1, §9.
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
