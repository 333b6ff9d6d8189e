import { parseMessageRecipient } from '../contact/message-recipient.ts'
import { guessNationalIdentityNumber } from '../contact/national-identity-number.ts'
import { guessOrganizationNumber } from '../contact/organization-number.ts'
import { defineRule, nameOf, type RulePage } from '../rule.ts'
import { correspondenceExample } from './examples.ts'

/** `spec/correspondence.md` 1.1. */
const MOST_RECIPIENTS = 500

/** The spelling that something written otherwise most likely stands for. */
function respell(written: string): string | undefined {
  const organization = guessOrganizationNumber(written)
  return organization === undefined ? guessNationalIdentityNumber(written) : `0192:${organization}`
}

/** What the rule's page says and shows. */
export const messageRecipientPage: RulePage = {
  summary: {
    en: 'Name the recipients of a message as it takes them: `0192:` or a URN before an organisation number.',
    nb: 'Angi mottakerne av en melding slik den godtar dem: `0192:` eller en URN foran et organisasjonsnummer.',
    nn: 'Oppgi mottakarane av ei melding slik ho godtek dei: `0192:` eller ein URN framfor eit organisasjonsnummer.',
  },
  why: {
    en: 'What is named in another way is refused. An organisation number by itself is good for a custom recipient, but not for the recipient of the message.',
    nb: 'Det som er angitt på en annen måte, blir avvist. Et organisasjonsnummer alene holder for en valgfri mottaker, men ikke for mottakeren av meldingen.',
    nn: 'Det som er oppgitt på ein annan måte, blir avvist. Eit organisasjonsnummer åleine held for ein valfri mottakar, men ikkje for mottakaren av meldinga.',
  },
  examples: () => ({
    good: [
      correspondenceExample({}),
      correspondenceExample({ recipients: ['urn:altinn:organization:identifier-no:991825827', '08900499559'] }),
    ],
    bad: [
      correspondenceExample({ recipients: ['991825827'] }),
      correspondenceExample({ recipients: ['urn:altinn:organisasjonsnummer:991825827'] }),
      correspondenceExample({ recipients: ['1234:123456789', 'ola.nordmann@example.com'] }),
      correspondenceExample({ recipients: [] }),
    ],
  }),
}

export const messageRecipient = defineRule({
  code: 'message-recipient',
  severity: 'error',
  purposes: ['correspondence'],
  roles: ['message-recipient'],
  looksAt: ['message-recipients'],
  sentences: {
    malformed: {
      en: '`{name}` is no recipient of a message: write `0192:` and nine digits, or the eleven digits of a person.',
      nb: '`{name}` er ikke en mottaker av en melding: skriv `0192:` og ni sifre, eller de elleve sifrene til en person.',
      nn: '`{name}` er ikkje ein mottakar av ei melding: skriv `0192:` og ni siffer, eller dei elleve siffera til ein person.',
    },
    nobody: {
      en: '`{name}` is empty: the message goes to nobody.',
      nb: '`{name}` er tom: meldingen går ikke til noen.',
      nn: '`{name}` er tom: meldinga går ikkje til nokon.',
    },
    tooMany: {
      en: '`{name}` holds {count} recipients; at most {most} are allowed.',
      nb: '`{name}` har {count} mottakere, men høyst {most} er tillatt.',
      nn: '`{name}` har {count} mottakarar, men høgst {most} er tillatne.',
    },
    respell: { en: 'Write it as it is taken', nb: 'Skriv den slik den godtas', nn: 'Skriv han slik han blir godteken' },
  },
  checkValue(recipient, _subject, tell) {
    const { value } = recipient
    if (parseMessageRecipient(value).ok) return
    const { path } = recipient
    const meant = respell(value)
    tell({
      sentence: 'malformed',
      path,
      data: { name: nameOf(path) },
      fix: meant === undefined ? undefined : { title: 'respell', edits: [{ kind: 'set', path, value: meant }] },
    })
  },
  *check({ fields }) {
    for (const { role, path, value } of fields) {
      if (role !== 'message-recipients' || !Array.isArray(value)) continue
      const data = { name: nameOf(path), count: value.length, most: MOST_RECIPIENTS }
      if (value.length === 0) yield { sentence: 'nobody', severity: 'warning', path, data }
      if (value.length > MOST_RECIPIENTS) yield { sentence: 'tooMany', path, data }
    }
  },
})
