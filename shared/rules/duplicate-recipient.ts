import { customRecipientKey, messageRecipientKey } from '../contact/identity.ts'
import type { Path } from '../finding.ts'
import { CUSTOM_RECIPIENTS, identifiersOf } from '../reading/custom-recipient.ts'
import { listedRecipients } from '../reading/listed-order.ts'
import { defineRule, nameOf, type Report, type RulePage, type Subject, safe, suggested } from '../rule.ts'
import { correspondenceExample, notificationExample, smsOrderExample } from './examples.ts'

/** Altinn's number for the same refusal of a message's recipients. docs/altinn/correspondence.md §2.1. */
const ALTINN_CODE = 1006

type Sentence = 'sameMain' | 'sameCustom' | 'sameListed' | 'alsoMain' | 'first' | 'remove'

type Named = { readonly path: Path; readonly key: string | undefined }

/** The entries that name someone whom an earlier one, or one of the known, names too. */
function* repeated(entries: readonly Named[], known: readonly Named[]): Generator<{ later: Path; earlier: Path }> {
  const seen = new Map<string, Path>()
  for (const { path, key } of known) if (key !== undefined) seen.set(key, path)
  for (const { path, key } of entries) {
    const earlier = key === undefined ? undefined : seen.get(key)
    if (earlier) yield { later: path, earlier }
    else if (key !== undefined) seen.set(key, path)
  }
}

function report(sentence: Sentence, later: Path, earlier: Path, tellsMore = false): Report<Sentence> {
  // A recipient with a second identifier may be someone else.
  const remove = tellsMore ? suggested : safe
  const isListed = typeof later.at(-1) === 'number'
  return {
    sentence,
    path: later,
    data: { name: nameOf(later) },
    related: [{ path: earlier, sentence: 'first' }],
    repairs: isListed ? [remove('remove', [{ kind: 'remove', path: later }])] : [],
  }
}

function* reportCustom({ notifications }: Subject, main: readonly Named[]): Generator<Report<Sentence>> {
  for (const { object, recipients } of notifications) {
    const leavesOutMain = object.members.overrideRegisteredContactInformation === true
    const custom = recipients.map(({ path, members }) => ({ path, key: customRecipientKey(members) }))
    const ambiguous = new Set(recipients.filter((one) => identifiersOf(one).length > 1).map(({ path }) => path))
    const mainPaths = new Set(main.map(({ path }) => path))
    for (const { later, earlier } of repeated(custom, leavesOutMain ? [] : main)) {
      yield report(mainPaths.has(earlier) ? 'alsoMain' : 'sameCustom', later, earlier, ambiguous.has(later))
    }
  }
}

/** An order sends to each that it lists, also to the same one twice. */
function* reportListed(subject: Subject): Generator<Report<Sentence>> {
  const listed = listedRecipients(subject)
  const known = listed.map(({ path, members }) => ({ path, key: customRecipientKey(members) }))
  const ambiguous = new Set(listed.filter((one) => identifiersOf(one).length > 1).map(({ path }) => path))
  for (const { later, earlier } of repeated(known, [])) yield report('sameListed', later, earlier, ambiguous.has(later))
}

/** What the rule's page says and shows. */
export const duplicateRecipientPage: RulePage = {
  summary: {
    en: 'Name each recipient once.',
    nb: 'Angi hver mottaker én gang.',
    nn: 'Oppgi kvar mottakar éin gong.',
  },
  why: {
    en: 'A message with the same recipient twice is refused. Of equal custom recipients only one is notified, unless they are spelled differently: then the same person is notified twice. An order sends to each recipient that it lists, also to the same one twice.',
    nb: 'En melding der ikke alle mottakerne er forskjellige, blir avvist. Av like valgfrie mottakere blir bare én varslet, med mindre de er skrevet ulikt: da blir den samme varslet to ganger. En ordre sendes til hver mottaker den lister opp, også to ganger til den samme.',
    nn: 'Ei melding der ikkje alle mottakarane er ulike, blir avvist. Av like valfrie mottakarar blir berre éin varsla, med mindre dei er skrivne ulikt: då blir den same varsla to gonger. Ein ordre blir send til kvar mottakar han listar opp, også to gonger til den same.',
  },
  examples: () => ({
    good: [
      correspondenceExample({ recipients: ['0192:991825827', '0192:313756270'] }),
      notificationExample({ customRecipients: [{ mobileNumber: '+4799999999' }, { mobileNumber: '+4799999998' }] }),
      correspondenceExample({
        notification: {
          customRecipients: [{ organizationNumber: '991825827' }],
          overrideRegisteredContactInformation: true,
        },
      }),
    ],
    bad: [
      correspondenceExample({ recipients: ['0192:991825827', 'urn:altinn:organization:identifier-no:991825827'] }),
      notificationExample({ customRecipients: [{ mobileNumber: '+4799999999' }, { mobileNumber: '004799999999' }] }),
      notificationExample({ customRecipients: [{ emailAddress: 'a@example.com' }, { emailAddress: 'A@example.com' }] }),
      correspondenceExample({ notification: { customRecipients: [{ organizationNumber: '991825827' }] } }),
      smsOrderExample({ recipients: [{ mobileNumber: '+4799999999' }, { mobileNumber: '004799999999' }] }),
    ],
  }),
}

export const duplicateRecipient = defineRule<Sentence>({
  code: 'duplicate-recipient',
  severity: 'warning',
  mayRefuse: true,
  purposes: ['order', 'correspondence'],
  looksAt: ['message-recipient', 'listed-recipient', ...CUSTOM_RECIPIENTS],
  sentences: {
    sameMain: {
      en: '`{name}` is already a recipient of the message; each may be listed once.',
      nb: '`{name}` er allerede mottaker av meldingen. Alle må være forskjellige.',
      nn: '`{name}` er mottakar av meldinga frå før. Alle må vere ulike.',
    },
    sameCustom: {
      en: '`{name}` is listed already.',
      nb: '`{name}` er allerede oppgitt.',
      nn: '`{name}` er oppgitt frå før.',
    },
    sameListed: {
      en: '`{name}` is listed already, and gets the message twice.',
      nb: '`{name}` er allerede oppgitt, og får meldingen to ganger.',
      nn: '`{name}` er oppgitt frå før, og får meldinga to gonger.',
    },
    alsoMain: {
      en: '`{name}` is the recipient of the message, who is notified anyway.',
      nb: '`{name}` er mottakeren av meldingen, som blir varslet uansett.',
      nn: '`{name}` er mottakaren av meldinga, som blir varsla uansett.',
    },
    first: { en: 'The same recipient.', nb: 'Den samme mottakeren.', nn: 'Den same mottakaren.' },
    remove: { en: 'Remove the repeated recipient', nb: 'Fjern gjentakelsen', nn: 'Fjern gjentakinga' },
  },
  *check(subject) {
    const main = subject.fields
      .filter(({ role }) => role === 'message-recipient')
      .map(({ path, value }) => ({ path, key: messageRecipientKey(value) }))
    for (const { later, earlier } of repeated(main, []))
      yield { ...report('sameMain', later, earlier), severity: 'error', altinnCode: ALTINN_CODE }
    yield* reportCustom(subject, main)
    yield* reportListed(subject)
  },
})
