import { isJsonObject } from '../json/value.ts'
import { MESSAGE_MAX_COUNTS, MESSAGE_MAX_UNITS } from '../limits.ts'
import { memberPath, type ReadObject } from '../reading/document.ts'
import { defineRule, nameOf, type Report, type RulePage } from '../rule.ts'
import type { ObjectRole } from '../schema/field.ts'
import { correspondenceExample } from './examples.ts'

type Limit = { readonly most: number; readonly altinnCode?: number }

const UNITS = MESSAGE_MAX_UNITS

/** How long each text may be, and Altinn's number for one that is longer, where it has one. `spec/correspondence.md` 1.1. */
const TEXTS: Readonly<Partial<Record<ObjectRole, Readonly<Record<string, Limit>>>>> = {
  message: {
    resourceId: { most: UNITS.resourceId },
    sendersReference: { most: UNITS.sendersReference },
    messageSender: { most: UNITS.messageSender },
  },
  'message-content': {
    messageTitle: { most: UNITS.messageTitle, altinnCode: 1037 },
    messageSummary: { most: UNITS.messageSummary, altinnCode: 1042 },
    messageBody: { most: UNITS.messageBody, altinnCode: 1022 },
  },
}

/** Altinn's number for too many attachments. */
const ATTACHMENTS_CODE = 1038

type Sentence = 'text' | 'list' | 'name'

function* reportTexts(object: ReadObject): Generator<Report<Sentence>> {
  for (const [name, { most, altinnCode }] of Object.entries(TEXTS[object.role] ?? {})) {
    const value = object.members[name]
    if (typeof value !== 'string' || value.length <= most) continue
    const data = { name, units: value.length, most, excess: value.length - most }
    const span = { start: most, end: value.length }
    yield { sentence: 'text', path: memberPath(object, name), data, span, altinnCode }
  }
}

const sizeOf = (value: unknown): number => {
  if (Array.isArray(value)) return value.length
  return isJsonObject(value) ? Object.keys(value).length : 0
}

function* reportProperties(object: ReadObject): Generator<Report<Sentence>> {
  const { propertyList } = object.members
  if (!isJsonObject(propertyList)) return
  for (const [name, value] of Object.entries(propertyList)) {
    const path = [...memberPath(object, 'propertyList'), name]
    const data = { name: nameOf(path.slice(0, -1)), units: name.length, most: UNITS.propertyName }
    if (name.length > UNITS.propertyName) yield { sentence: 'name', path, data }
    if (typeof value !== 'string' || value.length <= UNITS.propertyValue) continue
    const most = UNITS.propertyValue
    yield { sentence: 'text', path, data: { name, units: value.length, most, excess: value.length - most } }
  }
}

function tooMany(object: ReadObject, name: keyof typeof MESSAGE_MAX_COUNTS, count: number): Report<Sentence>[] {
  const most = MESSAGE_MAX_COUNTS[name]
  if (count <= most) return []
  const altinnCode = name === 'attachments' ? ATTACHMENTS_CODE : undefined
  return [{ sentence: 'list', path: memberPath(object, name), data: { name, count, most }, altinnCode }]
}

const properties = (count: number, name: string, value: string) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${name}${index}`, value]))

/** What the rule's page says and shows. */
export const messageLengthPage: RulePage = {
  summary: {
    en: 'Keep the title of a message within 255 characters, its body within 30,000, and its lists short.',
    nb: 'Hold tittelen på en melding innenfor 255 tegn, innholdet innenfor 30 000, og listene korte.',
    nn: 'Hald tittelen på ei melding innanfor 255 teikn, innhaldet innanfor 30 000, og listene korte.',
  },
  why: {
    en: 'A message with more is refused. Counted are UTF-16 units: JavaScript’s `length`.',
    nb: 'En melding med mer blir avvist. Det som telles, er UTF-16-enheter: JavaScripts `length`.',
    nn: 'Ei melding med meir blir avvist. Det som blir talt, er UTF-16-einingar: `length` i JavaScript.',
  },
  examples: () => ({
    good: [
      correspondenceExample({
        correspondence: {
          messageSender: 'a'.repeat(UNITS.messageSender),
          propertyList: properties(10, 'p', 'a'.repeat(UNITS.propertyValue)),
        },
      }),
    ],
    bad: [
      correspondenceExample({ correspondence: { resourceId: 'a'.repeat(UNITS.resourceId + 1) } }),
      correspondenceExample({ correspondence: { messageSender: 'a'.repeat(UNITS.messageSender + 1) } }),
      correspondenceExample({
        correspondence: { content: { messageTitle: 'a'.repeat(UNITS.messageTitle + 1), messageBody: 'Vedtak' } },
      }),
      correspondenceExample({
        correspondence: { content: { messageTitle: 'Vedtak', messageBody: 'a'.repeat(UNITS.messageBody + 1) } },
      }),
      correspondenceExample({ correspondence: { propertyList: properties(11, 'p', 'a') } }),
      correspondenceExample({ correspondence: { propertyList: properties(1, 'p'.repeat(UNITS.propertyName), 'a') } }),
    ],
  }),
}

export const messageLength = defineRule<Sentence>({
  code: 'message-length',
  severity: 'error',
  purposes: ['correspondence'],
  looksAt: ['message'],
  sentences: {
    text: {
      en: '`{name}` is {units} characters long; at most {most} are allowed. Remove {excess}.',
      nb: '`{name}` er {units} tegn langt, men høyst {most} er tillatt. Fjern {excess}.',
      nn: '`{name}` er {units} teikn langt, men høgst {most} er tillatne. Fjern {excess}.',
    },
    list: {
      en: '`{name}` holds {count}; at most {most} are allowed.',
      nb: '`{name}` har {count}, men høyst {most} er tillatt.',
      nn: '`{name}` har {count}, men høgst {most} er tillatne.',
    },
    name: {
      en: 'A name in `{name}` is {units} characters long; at most {most} are allowed.',
      nb: 'Et navn i `{name}` er {units} tegn langt, men høyst {most} er tillatt.',
      nn: 'Eit namn i `{name}` er {units} teikn langt, men høgst {most} er tillatne.',
    },
  },
  *check({ objects }) {
    const request = objects.find(({ role }) => role === 'message-request')
    for (const object of objects) {
      yield* reportTexts(object)
      if (object.role === 'message-content') {
        const existing = request?.members.existingAttachments
        const count = sizeOf(object.members.attachments) + (Array.isArray(existing) ? existing.length : 0)
        yield* tooMany(object, 'attachments', count)
      }
      if (object.role !== 'message') continue
      yield* tooMany(object, 'externalReferences', sizeOf(object.members.externalReferences))
      yield* tooMany(object, 'propertyList', sizeOf(object.members.propertyList))
      yield* reportProperties(object)
    }
  },
})
