import { memberPath } from '../reading/document.ts'
import { defineRule, type RulePage, safe, suggested } from '../rule.ts'
import { correspondenceExample, listedOrderExample, orderExample } from './examples.ts'

const PREFIX = 'urn:altinn:resource:'

/** A message or an attachment may leave the prefix out. docs/altinn/correspondence.md §1.1. */
const isNameOfResource = (id: string): boolean => /^(?:urn:altinn:resource:(?!$))?[^:]*$/.test(id)

/** What the rule's page says and shows. */
export const resourceIdPage: RulePage = {
  summary: {
    en: 'Name a resource by its URN, and an action only together with its resource.',
    nb: 'Angi en ressurs med URN, og en handling bare sammen med ressursen.',
    nn: 'Oppgi ein ressurs med URN, og ei handling berre saman med ressursen.',
  },
  why: {
    en: 'The resource decides which people in an organisation may be notified. A resource in any other form is not found, and the order is refused.',
    nb: 'Ressursen avgjør hvem i en organisasjon som kan varsles om den. Er den angitt på en annen måte, blir den ikke funnet, og ordren blir avvist.',
    nn: 'Ressursen avgjer kven i ein organisasjon som kan varslast om han. Er han oppgitt på ein annan måte, blir han ikkje funnen, og ordren blir avvist.',
  },
  examples: () => ({
    good: [
      orderExample({}),
      orderExample({ organization: { resourceId: 'urn:altinn:resource:example', resourceAction: 'read' } }),
      correspondenceExample({ correspondence: { resourceId: 'example' } }),
      listedOrderExample({ resourceId: 'example', resourceAction: 'read' }),
    ],
    bad: [
      orderExample({ organization: { resourceId: 'example' } }),
      orderExample({ organization: { resourceId: 'urn:altinn:resource:' } }),
      orderExample({ organization: { resourceAction: 'read' } }),
      listedOrderExample({ resourceAction: 'read' }),
      correspondenceExample({ correspondence: { resourceId: 'urn:altinn:org:example' } }),
      orderExample({ organization: { resourceId: 'urn:altinn:resource:example', resourceAction: ' ' } }),
    ],
  }),
}

export const resourceId = defineRule({
  code: 'resource-id',
  severity: 'error',
  purposes: ['order', 'correspondence'],
  looksAt: ['recipient-party', 'listed-order', 'message', 'attachment'],
  sentences: {
    malformed: {
      en: '`{name}` must be `urn:altinn:resource:` followed by the name of the resource.',
      nb: '`{name}` må begynne med `urn:altinn:resource:` og fortsette med navnet på ressursen.',
      nn: '`{name}` må byrje med `urn:altinn:resource:` og halde fram med namnet på ressursen.',
    },
    otherColon: {
      en: '`{name}` must be the name of a resource, with or without `urn:altinn:resource:` before it.',
      nb: '`{name}` må være navnet på en ressurs, med eller uten `urn:altinn:resource:` foran.',
      nn: '`{name}` må vere namnet på ein ressurs, med eller utan `urn:altinn:resource:` framfor.',
    },
    actionAlone: {
      en: '`{name}` needs a `resourceId` beside it.',
      nb: '`{name}` krever en `resourceId` ved siden av.',
      nn: '`{name}` krev ein `resourceId` ved sida av.',
    },
    actionBlank: {
      en: '`{name}` is blank; name an action such as `read`, or leave it out.',
      nb: '`{name}` er tom. Angi en handling som `read`, eller utelat den.',
      nn: '`{name}` er tom. Oppgi ei handling som `read`, eller utelat ho.',
    },
    addPrefix: { en: 'Write it as a URN', nb: 'Skriv den som en URN', nn: 'Skriv han som ein URN' },
    removeAction: { en: 'Remove `{name}`', nb: 'Fjern `{name}`', nn: 'Fjern `{name}`' },
  },
  *check({ objects }) {
    for (const object of objects) {
      const { resourceId: id, resourceAction: action } = object.members
      const isOfMessages = object.role === 'message' || object.role === 'attachment'
      if (isOfMessages && typeof id === 'string' && !isNameOfResource(id))
        yield { sentence: 'otherColon', path: memberPath(object, 'resourceId'), data: { name: 'resourceId' } }
      if (object.role !== 'recipient-party' && object.role !== 'listed-order') continue
      // The first version's orders may leave the prefix out, as a message may.
      if (
        object.role === 'recipient-party' &&
        typeof id === 'string' &&
        (!id.startsWith(PREFIX) || id.length === PREFIX.length)
      ) {
        const path = memberPath(object, 'resourceId')
        const canBePrefixed = id !== '' && !id.includes(':')
        yield {
          sentence: 'malformed',
          path,
          data: { name: 'resourceId' },
          repairs: canBePrefixed ? [safe('addPrefix', [{ kind: 'set', path, value: PREFIX + id }])] : [],
        }
      }
      // Of the first version's orders a blank resource is none. docs/altinn/notifications.md §2.2.
      const hasResource =
        id !== undefined && !(object.role === 'listed-order' && typeof id === 'string' && id.trim() === '')
      if (typeof action !== 'string' || (hasResource && action.trim() !== '')) continue
      const path = memberPath(object, 'resourceAction')
      const data = { name: 'resourceAction' }
      const remove = action.trim() === '' ? safe : suggested
      const repairs = [remove('removeAction', [{ kind: 'remove', path }], data)]
      yield { sentence: hasResource ? 'actionBlank' : 'actionAlone', path, data, repairs }
    }
  },
})
