import { memberPath } from '../reading/document.ts'
import { isWordless } from '../reading/needed-texts.ts'
import type { ReadObject } from '../reading/read-object.ts'
import { defineRule, type Report, type RulePage, type Subject } from '../rule.ts'
import type { ObjectRole } from '../schema/field.ts'
import { table } from '../table.ts'
import { correspondenceExample } from './examples.ts'

/**
 * What a message must have, and Altinn's number for its absence where it has one. docs/altinn/correspondence.md §1.1.
 */
const REQUIRED: Readonly<Partial<Record<ObjectRole, ReadonlyMap<string, number | undefined>>>> = {
  message: table<number | undefined>({ resourceId: undefined, sendersReference: undefined, content: 1019 }),
  'message-content': table<number | undefined>({ messageTitle: 1020, messageBody: 1021 }),
}

/** Altinn's number for a message that must be confirmed, without a due date. */
const DUE_TIME_CODE = 1016

/** Whether a message has recipients. One without is an excerpt, as guides show them. */
const isWhole = ({ kind, fields }: Subject): boolean =>
  kind.name === 'correspondence' &&
  fields.some(({ role, value }) => role === 'message-recipients' && Array.isArray(value) && value.length > 0)

function* reportMissing(object: ReadObject): Generator<Report<'missing'>> {
  for (const [name, altinnCode] of REQUIRED[object.role] ?? [])
    if (isWordless(object.members[name]))
      yield { sentence: 'missing', path: memberPath(object, name), data: { name }, altinnCode }
}

/** What the rule's page says and shows. */
export const messageRequiredPage: RulePage = {
  summary: {
    en: 'Give a message its resource, your reference, a title and a body; and a due time, if it must be confirmed.',
    nb: 'Gi en melding ressurs, referanse, tittel og innhold, og en frist hvis den må bekreftes.',
    nn: 'Gi ei melding ressurs, referanse, tittel og innhald, og ein frist om ho må stadfestast.',
  },
  why: {
    en: 'A message without them is refused. A message with an empty list of recipients counts as an excerpt, as in guides, and may leave them out.',
    nb: 'En melding uten dette blir avvist. En melding med tom liste over mottakere regnes som et utdrag, slik veiledninger viser dem, og kan utelate dette.',
    nn: 'Ei melding utan dette blir avvist. Ei melding med tom liste over mottakarar blir rekna som eit utdrag, slik rettleiingar viser dei, og kan utelate dette.',
  },
  examples: () => ({
    good: [
      correspondenceExample({}),
      correspondenceExample({ correspondence: { resourceId: null, content: null }, recipients: [] }),
      correspondenceExample({ correspondence: { isConfirmationNeeded: true, dueDateTime: '2099-12-01T09:00:00Z' } }),
    ],
    bad: [
      correspondenceExample({ correspondence: { resourceId: '' } }),
      correspondenceExample({ correspondence: { sendersReference: null } }),
      correspondenceExample({ correspondence: { content: null } }),
      correspondenceExample({ correspondence: { content: { messageTitle: ' ', messageBody: 'Her er vedtaket.' } } }),
      correspondenceExample({ correspondence: { content: { messageTitle: 'Vedtak' } } }),
      correspondenceExample({ correspondence: { isConfirmationNeeded: true } }),
    ],
  }),
}

export const messageRequired = defineRule({
  code: 'message-required',
  severity: 'error',
  purposes: ['correspondence'],
  looksAt: ['message'],
  sentences: {
    missing: {
      en: '`{name}` is missing or blank; a message needs it.',
      nb: '`{name}` mangler eller er tom, men en melding trenger dette.',
      nn: '`{name}` manglar eller er tom, men ei melding treng dette.',
    },
    noDueTime: {
      en: '`{name}` is missing; a message that must be confirmed needs it.',
      nb: '`{name}` mangler, men en melding som må bekreftes, trenger en frist.',
      nn: '`{name}` manglar, men ei melding som må stadfestast, treng ein frist.',
    },
  },
  *check(subject) {
    if (!isWhole(subject)) return
    for (const object of subject.objects) {
      yield* reportMissing(object)
      const { isConfirmationNeeded, dueDateTime } = object.members
      if (object.role !== 'message' || isConfirmationNeeded !== true || dueDateTime !== undefined) continue
      const name = 'dueDateTime'
      yield { sentence: 'noDueTime', path: memberPath(object, name), data: { name }, altinnCode: DUE_TIME_CODE }
    }
  },
})
