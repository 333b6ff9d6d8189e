import {
  type DialogProblem,
  EXTENDED_STATUS_MAX_UNITS,
  judgeDialogReferences,
  TRANSMISSION_TYPE,
} from '../reading/dialog-references.ts'
import { memberPath } from '../reading/document.ts'
import type { ReadObject } from '../reading/read-object.ts'
import { readUuid, UUID } from '../reading/read-uuid.ts'
import { defineRule, type Report, type RulePage } from '../rule.ts'
import { correspondenceExample } from './examples.ts'

/** Altinn's number for a dialogue that has no right id. docs/altinn/correspondence.md §9. */
const DIALOG_CODE = 1048

/** Its numbers for a type of transmission that is there twice, or without a dialogue. Other wrong values have none. */
const TYPE_CODES: Partial<Record<DialogProblem, number>> = { twice: 1052, alone: 1053 }

/** Its numbers for what a message in a dialogue cannot have. */
const SEVERAL_CODE = 1045
const REPLY_CODE = 1051

/** Altinn reads these ids itself, and not its JSON reader: in every spelling that .NET has. */
const isUuid = (written: string): boolean => UUID.test(readUuid(written))

const EXAMPLE_ID = '6f0b6f0e-1f0a-4a3e-9b2e-6a1f3a2b4c5d'

const DIALOG = 'DialogportenDialogId'

type Sentence = 'uuid' | 'several' | 'forbidden' | DialogProblem

/** Judges what one reference says. */
function* judgeValue(object: ReadObject): Generator<Report<Sentence>> {
  const { referenceType, referenceValue } = object.members
  if (typeof referenceValue !== 'string' || typeof referenceType !== 'string') return
  const path = memberPath(object, 'referenceValue')
  const data = { name: 'referenceValue', value: referenceType }
  if (referenceType === 'DialogportenTransmissionId' && !isUuid(referenceValue)) yield { sentence: 'uuid', path, data }
  if (referenceType === DIALOG && !isUuid(referenceValue))
    yield { sentence: 'uuid', path, data, altinnCode: DIALOG_CODE }
}

/** Judges what a message that belongs to a dialogue, as a transmission of it, may have. */
function* judgeTransmission(message: ReadObject): Generator<Report<Sentence>> {
  const { replyOptions, isConfirmationNeeded } = message.members
  const forbidden = [
    ...(Array.isArray(replyOptions) && replyOptions.length > 0 ? ['replyOptions'] : []),
    ...(isConfirmationNeeded === true ? ['isConfirmationNeeded'] : []),
  ]
  for (const name of forbidden)
    yield { sentence: 'forbidden', path: memberPath(message, name), data: { name }, altinnCode: REPLY_CODE }
}

const withReference = (referenceType: string, referenceValue: string, more = {}) =>
  correspondenceExample({ correspondence: { externalReferences: [{ referenceType, referenceValue }], ...more } })

const inDialog = (referenceType: string, referenceValue: string) => {
  const dialog = { referenceType: DIALOG, referenceValue: EXAMPLE_ID }
  return correspondenceExample({ correspondence: { externalReferences: [dialog, { referenceType, referenceValue }] } })
}

/** What the rule's page says and shows. */
export const externalReferencePage: RulePage = {
  summary: {
    en: 'Refer to a dialogue and to a transmission by UUID, and to a type of transmission or a status by its name or its number.',
    nb: 'Vis til en dialog og en forsendelse med UUID, og til en forsendelsestype eller status med navn eller nummer.',
    nn: 'Vis til ein dialog og ei forsending med UUID, og til ein forsendingstype eller status med namn eller nummer.',
  },
  why: {
    en: 'A message that names a dialogue becomes a transmission of it. A transmission has one recipient, and can be neither confirmed nor replied to: Altinn refuses the rest.',
    nb: 'En melding som viser til en dialog, blir en forsendelse i den. En forsendelse har én mottaker, og kan verken bekreftes eller besvares. Resten avviser Altinn.',
    nn: 'Ei melding som viser til ein dialog, blir ei forsending i han. Ei forsending har éin mottakar, og kan verken stadfestast eller svarast på. Resten avviser Altinn.',
  },
  examples: () => ({
    good: [
      inDialog(TRANSMISSION_TYPE, 'Decision'),
      inDialog(TRANSMISSION_TYPE, '8'),
      withReference('DialogportenTransmissionId', EXAMPLE_ID),
      withReference(DIALOG, EXAMPLE_ID),
      withReference('Generic', 'case 1234'),
      inDialog('DialogportenDialogStatus', 'Sent'),
      inDialog('DialogportenDialogExtendedStatus', 'Needs review'),
    ],
    bad: [
      inDialog(TRANSMISSION_TYPE, 'Vedtak'),
      inDialog(TRANSMISSION_TYPE, '9'),
      withReference(TRANSMISSION_TYPE, 'Decision'),
      withReference('DialogportenTransmissionId', '1234'),
      withReference(DIALOG, ''),
      withReference(DIALOG, EXAMPLE_ID, { isConfirmationNeeded: true, dueDateTime: '2099-12-01T09:00:00Z' }),
      withReference(DIALOG, EXAMPLE_ID, { replyOptions: [{ linkURL: 'https://example.com/reply' }] }),
      withReference('DialogportenDialogStatus', 'Sent'),
      inDialog('DialogportenDialogStatus', 'Posted'),
      inDialog('DialogportenDialogExtendedStatus', 'Needs review by the county first'),
    ],
  }),
}

export const externalReference = defineRule({
  code: 'external-reference',
  severity: 'error',
  purposes: ['correspondence'],
  looksAt: ['external-reference', 'message', 'message-recipients'],
  sentences: {
    type: {
      en: '`{name}` must be a type of transmission: `Information` (1), `Acceptance` (2), `Rejection` (3), `Request` (4), `Alert` (5), `Decision` (6), `Submission` (7) or `Correction` (8).',
      nb: '`{name}` må være en forsendelsestype: `Information` (1), `Acceptance` (2), `Rejection` (3), `Request` (4), `Alert` (5), `Decision` (6), `Submission` (7) eller `Correction` (8).',
      nn: '`{name}` må vere ein forsendingstype: `Information` (1), `Acceptance` (2), `Rejection` (3), `Request` (4), `Alert` (5), `Decision` (6), `Submission` (7) eller `Correction` (8).',
    },
    uuid: {
      en: '`{name}` of a `{value}` must be a UUID.',
      nb: '`{name}` for en `{value}` må være en UUID.',
      nn: '`{name}` for ein `{value}` må vere ein UUID.',
    },
    status: {
      en: '`{name}` must be a status of a dialogue: `New` (1), `InProgress` (2), `Draft` (3), `Sent` (4), `RequiresAttention` (5), `Completed` (6), `NotApplicable` (7) or `Awaiting` (8).',
      nb: '`{name}` må være en dialogstatus: `New` (1), `InProgress` (2), `Draft` (3), `Sent` (4), `RequiresAttention` (5), `Completed` (6), `NotApplicable` (7) eller `Awaiting` (8).',
      nn: '`{name}` må vere ein dialogstatus: `New` (1), `InProgress` (2), `Draft` (3), `Sent` (4), `RequiresAttention` (5), `Completed` (6), `NotApplicable` (7) eller `Awaiting` (8).',
    },
    extendedStatus: {
      en: '`{name}` of a `{value}` must have 1 to {most} characters.',
      nb: '`{name}` for en `{value}` må ha 1 til {most} tegn.',
      nn: '`{name}` for ein `{value}` må ha 1 til {most} teikn.',
    },
    alone: {
      en: 'A `{value}` needs a `DialogportenDialogId` beside it.',
      nb: 'En `{value}` krever en `DialogportenDialogId` ved siden av.',
      nn: 'Ein `{value}` krev ein `DialogportenDialogId` ved sida av.',
    },
    twice: {
      en: 'A message has one `{value}` at most.',
      nb: 'En melding har høyst én `{value}`.',
      nn: 'Ei melding har høgst éin `{value}`.',
    },
    several: {
      en: 'A message in a dialogue has one recipient, but this one has {count}.',
      nb: 'En melding i en dialog har én mottaker, men denne har {count}.',
      nn: 'Ei melding i ein dialog har éin mottakar, men denne har {count}.',
    },
    forbidden: {
      en: 'A message in a dialogue cannot have `{name}`.',
      nb: 'En melding i en dialog kan ikke ha `{name}`.',
      nn: 'Ei melding i ein dialog kan ikkje ha `{name}`.',
    },
  },
  *check({ objects, fields }) {
    const references = objects.filter(({ role }) => role === 'external-reference')
    for (const reference of references) yield* judgeValue(reference)
    for (const { reference, problem } of judgeDialogReferences(references)) {
      const value = String(reference.members.referenceType)
      const data = { name: 'referenceValue', value, most: EXTENDED_STATUS_MAX_UNITS }
      const altinnCode = value === TRANSMISSION_TYPE ? TYPE_CODES[problem] : undefined
      yield { sentence: problem, path: memberPath(reference, 'referenceValue'), data, altinnCode }
    }
    const dialog = references.find(({ members }) => members.referenceType === DIALOG)
    if (dialog?.within?.role !== 'message') return
    yield* judgeTransmission(dialog.within)
    const main = fields.find(({ role }) => role === 'message-recipients')
    const count = Array.isArray(main?.value) ? main.value.length : 0
    if (main && count > 1) yield { sentence: 'several', path: main.path, data: { count }, altinnCode: SEVERAL_CODE }
  },
})
