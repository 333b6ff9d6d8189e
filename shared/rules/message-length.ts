import { MESSAGE_MAX_COUNTS, MESSAGE_MAX_UNITS } from '../limits.ts'
import { memberPath, type Overlong } from '../reading/document.ts'
import { tellerOf } from '../reading/overlong.ts'
import type { ReadObject } from '../reading/read-object.ts'
import { defineRule, type Report, type RulePage } from '../rule.ts'
import { correspondenceExample } from './examples.ts'

const UNITS = MESSAGE_MAX_UNITS

/** Altinn's numbers for what is too long, where it has one. docs/altinn/correspondence.md §1.1. */
const ALTINN_CODES: ReadonlyMap<string, number> = new Map([
  ['messageTitle', 1037],
  ['messageSummary', 1042],
  ['messageBody', 1022],
  ['language', 1023],
  ['attachments', 1038],
  ['existingAttachments', 1038],
])

type Sentence = 'text' | 'value' | 'list' | 'name'

const SENTENCES = {
  text: 'text',
  list: 'list',
  members: 'list',
  'member-name': 'name',
} as const satisfies Record<Overlong['kind'], Sentence>

/** Whether it stands in the list or the record of that name, under a place or a name of the caller's own. */
const isWithin = ({ path, name }: Overlong): boolean => String(path.at(-1)).toLowerCase() !== name.toLowerCase()

function toReport(value: Overlong): Report<Sentence> {
  const { path, name, kind, size, most } = value
  return {
    sentence: kind === 'text' && isWithin(value) ? 'value' : SENTENCES[kind],
    path,
    data: { name, units: size, count: size, most, excess: size - most },
    span: kind === 'text' ? { start: most, end: size } : undefined,
    altinnCode: ALTINN_CODES.get(name),
  }
}

const countOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0)

/** Attachments of both kinds count together. docs/altinn/correspondence.md §1.1. */
function* reportAttachments(objects: readonly ReadObject[]): Generator<Report<Sentence>> {
  const existing = countOf(objects.find(({ role }) => role === 'message-request')?.members.existingAttachments)
  const most = MESSAGE_MAX_COUNTS.attachments
  const name = 'attachments'
  for (const object of objects) {
    if (object.role !== 'message-content') continue
    const count = existing + countOf(object.members.attachments)
    if (count <= most) continue
    yield {
      sentence: 'list',
      path: memberPath(object, name),
      data: { name, count, most },
      altinnCode: ALTINN_CODES.get(name),
    }
  }
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
    en: 'A message that exceeds them is refused. Lengths are in UTF-16 units: JavaScript’s `length`.',
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
  looksAt: ['message', 'overlong'],
  sentences: {
    text: {
      en: '`{name}` is {units} characters long; at most {most} are allowed. Remove {excess:character|characters}.',
      nb: '`{name}` er {units} tegn langt, men høyst {most} er tillatt. Fjern {excess} tegn.',
      nn: '`{name}` er {units} teikn langt, men høgst {most} er tillatne. Fjern {excess} teikn.',
    },
    value: {
      en: 'A value in `{name}` is {units} characters long; at most {most} are allowed. Remove {excess:character|characters}.',
      nb: 'En verdi i `{name}` er {units} tegn lang, men høyst {most} er tillatt. Fjern {excess} tegn.',
      nn: 'Ein verdi i `{name}` er {units} teikn lang, men høgst {most} er tillatne. Fjern {excess} teikn.',
    },
    list: {
      en: '`{name}` has {count} entries; at most {most} are allowed.',
      nb: '`{name}` har {count} elementer, men høyst {most} er tillatt.',
      nn: '`{name}` har {count} element, men høgst {most} er tillatne.',
    },
    name: {
      en: 'A name in `{name}` is {units} characters long; at most {most} are allowed.',
      nb: 'Et navn i `{name}` er {units} tegn langt, men høyst {most} er tillatt.',
      nn: 'Eit namn i `{name}` er {units} teikn langt, men høgst {most} er tillatne.',
    },
  },
  *check({ objects, overlong }) {
    for (const value of overlong) if (tellerOf(value) === 'message-length') yield toReport(value)
    yield* reportAttachments(objects)
  },
})
