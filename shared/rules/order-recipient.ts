import { memberPath } from '../reading/document.ts'
import { defineRule, nameOf, type RulePage } from '../rule.ts'
import { orderExample } from './examples.ts'

const KINDS = [
  'recipientEmail',
  'recipientSms',
  'recipientPerson',
  'recipientOrganization',
  'recipientExternalIdentity',
] as const

const SMS = { phoneNumber: '+4799999999', smsSettings: { body: 'You have a new letter.' } }

const EMAIL = { emailAddress: 'ola.nordmann@example.com', emailSettings: { subject: 'New letter', body: 'Read it.' } }

/** What the rule's page says and shows. */
export const orderRecipientPage: RulePage = {
  summary: {
    en: 'Give an order, and each of its reminders, exactly one recipient.',
    nb: 'Gi en ordre, og hvert av revarslene, nøyaktig én mottaker.',
    nn: 'Gi ein ordre, og kvart av revarsla, nøyaktig éin mottakar.',
  },
  why: {
    en: 'An order is one message to one recipient; another recipient needs an order of its own. An order with none or several is refused.',
    nb: 'En ordre er én melding til én mottaker. En annen mottaker krever sin egen ordre. En ordre uten mottaker eller med flere blir avvist.',
    nn: 'Ein ordre er éi melding til éin mottakar. Ein annan mottakar krev sin eigen ordre. Ein ordre utan mottakar eller med fleire blir avvist.',
  },
  examples: () => ({
    good: [orderExample({}), orderExample({ recipient: { recipientSms: SMS, recipientEmail: null } })],
    bad: [
      orderExample({ recipient: {} }),
      orderExample({ recipient: { recipientSms: SMS, recipientEmail: EMAIL } }),
      orderExample({ request: { reminders: [{ delayDays: 7, recipient: {} }] } }),
    ],
  }),
}

export const orderRecipient = defineRule({
  code: 'order-recipient',
  severity: 'error',
  purposes: ['order'],
  looksAt: ['order-recipient'],
  sentences: {
    none: {
      en: '`{name}` has no recipient; give one of {kinds}.',
      nb: '`{name}` har ingen mottaker. Oppgi én av {kinds}.',
      nn: '`{name}` har ingen mottakar. Oppgi éin av {kinds}.',
    },
    several: {
      en: '`{name}` has {count} recipients ({given}); it must have exactly one.',
      nb: '`{name}` har {count} mottakere ({given}), men må ha nøyaktig én.',
      nn: '`{name}` har {count} mottakarar ({given}), men må ha nøyaktig éin.',
    },
    recipient: { en: 'One of the recipients.', nb: 'En av mottakerne.', nn: 'Ein av mottakarane.' },
  },
  *check({ objects }) {
    for (const object of objects) {
      if (object.role !== 'order-recipient') continue
      const { path, members } = object
      let count = 0
      for (const kind of KINDS) if (members[kind] !== undefined) count++
      if (count === 1) continue
      const given = KINDS.filter((kind) => members[kind] !== undefined)
      const quoted = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ')
      const data = { name: nameOf(path), count, given: quoted(given), kinds: quoted(KINDS) }
      if (given.length === 0) yield { sentence: 'none', path, data }
      else {
        const related = given.map((kind) => ({ path: memberPath(object, kind), sentence: 'recipient' as const }))
        yield { sentence: 'several', path, data, related }
      }
    }
  },
})
