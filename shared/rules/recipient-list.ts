import { type Identifier, identifiersOf } from '../reading/custom-recipient.ts'
import { memberPath } from '../reading/document.ts'
import { channelOfOrder, listedRecipients } from '../reading/listed-order.ts'
import type { ReadObject } from '../reading/read-object.ts'
import { defineRule, nameOf, type Report, type RulePage, type Subject } from '../rule.ts'
import type { NotificationChannel } from '../schema/channel.ts'
import { emailOrderExample, listedOrderExample, smsOrderExample } from './examples.ts'

type Sentence = 'none' | 'personCombined' | 'organizationCombined' | 'email' | 'sms' | 'preferred'

const PARTIES: readonly Identifier[] = ['organizationNumber', 'nationalIdentityNumber']

/** The identifiers by which a channel can reach a recipient, and what is said where there is none of them. */
function wanted(channel: NotificationChannel | undefined): readonly [Sentence, readonly Identifier[]] {
  if (channel === 'Email') return ['email', ['emailAddress', ...PARTIES]]
  if (channel === 'Sms') return ['sms', ['mobileNumber', ...PARTIES]]
  return ['preferred', ['emailAddress', 'mobileNumber', ...PARTIES]]
}

const quoted = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ')

function* reportRecipient(
  recipient: ReadObject,
  channel: NotificationChannel | undefined,
): Generator<Report<Sentence>> {
  const { path } = recipient
  const given = identifiersOf(recipient)
  const [sentence, ways] = wanted(channel)
  if (!given.some((name) => ways.includes(name)))
    yield { sentence, path, data: { name: nameOf(path), ways: quoted(ways) } }
  for (const [party, combined] of [
    ['nationalIdentityNumber', 'personCombined'],
    ['organizationNumber', 'organizationCombined'],
  ] as const)
    if (given.includes(party) && given.length > 1)
      yield {
        sentence: combined,
        path,
        data: { name: party, others: quoted(given.filter((name) => name !== party)) },
      }
}

function* reportOrder(order: ReadObject, subject: Subject): Generator<Report<Sentence>> {
  const { recipients } = order.members
  if (Array.isArray(recipients) && recipients.length === 0)
    yield { sentence: 'none', path: memberPath(order, 'recipients'), data: { name: 'recipients' } }
  const channel = channelOfOrder(order, subject.kind.name)
  for (const recipient of listedRecipients(subject)) yield* reportRecipient(recipient, channel)
}

/** What the rule's page says and shows. */
export const recipientListPage: RulePage = {
  summary: {
    en: 'Give an order to several recipients at least one, and name each in one way that its channel can reach.',
    nb: 'Oppgi minst én mottaker i en ordre til flere, og hver av dem på én måte som kanalen kan nå.',
    nn: 'Oppgi minst éin mottakar i ein ordre til fleire, og kvar av dei på éin måte som kanalen kan nå.',
  },
  why: {
    en: 'An order is refused if one of its recipients cannot be reached in its channel. A person or an organisation is looked up, so an address beside their number would be left unused; only an e-mail address and a mobile number may stand together.',
    nb: 'En ordre blir avvist hvis en av mottakerne ikke kan nås i kanalen. Personer og organisasjoner blir slått opp, så en adresse ved siden av nummeret ville ikke blitt brukt. Bare en e-postadresse og et mobilnummer kan stå sammen.',
    nn: 'Ein ordre blir avvist dersom ein av mottakarane ikkje kan nåast i kanalen. Personar og organisasjonar blir slåtte opp, så ei adresse ved sida av nummeret ville ikkje blitt brukt. Berre ei e-postadresse og eit mobilnummer kan stå saman.',
  },
  examples: () => ({
    good: [
      emailOrderExample({}),
      smsOrderExample({ recipients: [{ mobileNumber: '+4799999999' }, { organizationNumber: '991825827' }] }),
      listedOrderExample({ recipients: [{ emailAddress: 'ola.nordmann@example.com', mobileNumber: '+4799999999' }] }),
    ],
    bad: [
      emailOrderExample({ recipients: [] }),
      emailOrderExample({ recipients: [{ mobileNumber: '+4799999999' }] }),
      smsOrderExample({ recipients: [{ emailAddress: 'ola.nordmann@example.com', mobileNumber: '' }] }),
      listedOrderExample({ recipients: [{ isReserved: false }] }),
      listedOrderExample({
        recipients: [{ organizationNumber: '991825827', emailAddress: 'ola.nordmann@example.com' }],
      }),
      listedOrderExample({ recipients: [{ nationalIdentityNumber: '11876995923', mobileNumber: '+4799999999' }] }),
    ],
  }),
}

export const recipientList = defineRule<Sentence>({
  code: 'recipient-list',
  severity: 'error',
  purposes: ['order'],
  looksAt: ['listed-order'],
  sentences: {
    none: {
      en: '`{name}` is empty; list at least one recipient.',
      nb: '`{name}` er tom. Oppgi minst én mottaker.',
      nn: '`{name}` er tom. Oppgi minst éin mottakar.',
    },
    email: {
      en: '`{name}` cannot be reached by e-mail; give one of {ways}.',
      nb: '`{name}` kan ikke nås på e-post. Oppgi en av {ways}.',
      nn: '`{name}` kan ikkje nåast på e-post. Oppgi ein av {ways}.',
    },
    sms: {
      en: '`{name}` cannot be reached by SMS; give one of {ways}.',
      nb: '`{name}` kan ikke nås på SMS. Oppgi en av {ways}.',
      nn: '`{name}` kan ikkje nåast på SMS. Oppgi ein av {ways}.',
    },
    preferred: {
      en: '`{name}` cannot be reached; give one of {ways}.',
      nb: '`{name}` kan ikke nås. Oppgi en av {ways}.',
      nn: '`{name}` kan ikkje nåast. Oppgi ein av {ways}.',
    },
    personCombined: {
      en: '`{name}` stands beside {others}; a person is looked up, and has no other identifier.',
      nb: '`{name}` står sammen med {others}. En person blir slått opp og har ingen annen identifikator.',
      nn: '`{name}` står saman med {others}. Ein person blir slått opp og har ingen annan identifikator.',
    },
    organizationCombined: {
      en: '`{name}` stands beside {others}; an organisation is looked up, and has no other identifier.',
      nb: '`{name}` står sammen med {others}. En organisasjon blir slått opp og har ingen annen identifikator.',
      nn: '`{name}` står saman med {others}. Ein organisasjon blir slått opp og har ingen annan identifikator.',
    },
  },
  *check(subject) {
    for (const object of subject.objects) if (object.role === 'listed-order') yield* reportOrder(object, subject)
  },
})
