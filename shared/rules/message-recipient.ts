import { messageRecipientKey } from '../contact/identity.ts'
import { parseMessageRecipient } from '../contact/message-recipient.ts'
import { guessNationalIdentityNumber } from '../contact/national-identity-number.ts'
import { guessOrganizationNumber, hasForeignPrefix } from '../contact/organization-number.ts'
import { isWritten, type Written } from '../reading/document.ts'
import { tellerOf } from '../reading/overlong.ts'
import { defineRule, nameOf, type OfferedRepair, type RulePage, type Subject, safe, suggested } from '../rule.ts'
import { correspondenceExample } from './examples.ts'

/** The spelling that something written otherwise most likely stands for. */
function respell(written: string): string | undefined {
  const organization = guessOrganizationNumber(written)
  return organization === undefined ? guessNationalIdentityNumber(written) : `0192:${organization}`
}

/** The ways to put a recipient right: to spell it properly, unless the message names it already. */
function repairsOf(
  { path, value }: Written,
  named: ReadonlySet<string>,
): readonly OfferedRepair<'respell' | 'remove'>[] {
  const meant = respell(value)
  if (meant === undefined) return []
  const make = hasForeignPrefix(value) ? suggested : safe
  const key = messageRecipientKey(meant)
  return key !== undefined && named.has(key)
    ? [make('remove', [{ kind: 'remove', path }])]
    : [make('respell', [{ kind: 'set', path, value: meant }])]
}

/** The recipients that a message names properly. */
const namedBy = ({ fields }: Subject): ReadonlySet<string> =>
  new Set(
    fields.flatMap(({ role, value }) => {
      const key = role === 'message-recipient' ? messageRecipientKey(value) : undefined
      return key === undefined ? [] : [key]
    }),
  )

/** What the rule's page says and shows. */
export const messageRecipientPage: RulePage = {
  summary: {
    en: 'Write the recipients of a message in a form it accepts: `0192:` or a URN before an organisation number.',
    nb: 'Angi mottakerne av en melding slik den godtar dem: `0192:` eller en URN foran et organisasjonsnummer.',
    nn: 'Oppgi mottakarane av ei melding slik ho godtek dei: `0192:` eller ein URN framfor eit organisasjonsnummer.',
  },
  why: {
    en: 'Any other form is refused. An organisation number by itself is valid for a custom recipient, but not for the recipient of the message.',
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
  looksAt: ['message-recipients', 'message-recipient', 'overlong'],
  sentences: {
    malformed: {
      en: '`{name}` is not a valid recipient of a message: write `0192:` and nine digits, or the eleven digits of a person.',
      nb: '`{name}` er ikke en gyldig mottaker av en melding: skriv `0192:` og ni sifre, eller de elleve sifrene til en person.',
      nn: '`{name}` er ikkje ein gyldig mottakar av ei melding: skriv `0192:` og ni siffer, eller dei elleve siffera til ein person.',
    },
    none: {
      en: '`{name}` is empty: the message has no recipient.',
      nb: '`{name}` er tom: meldingen går ikke til noen.',
      nn: '`{name}` er tom: meldinga går ikkje til nokon.',
    },
    tooMany: {
      en: '`{name}` has {count} recipients; at most {most} are allowed.',
      nb: '`{name}` har {count} mottakere, men høyst {most} er tillatt.',
      nn: '`{name}` har {count} mottakarar, men høgst {most} er tillatne.',
    },
    remove: { en: 'Remove the repeated recipient', nb: 'Fjern gjentakelsen', nn: 'Fjern gjentakinga' },
    respell: {
      en: 'Write it in the accepted form',
      nb: 'Skriv den slik den godtas',
      nn: 'Skriv han slik han blir godteken',
    },
  },
  *check(subject) {
    const { fields, overlong, context } = subject
    let named: ReadonlySet<string> | undefined
    for (const field of fields) {
      if (field.role !== 'message-recipient' || !isWritten(field) || parseMessageRecipient(field.value).ok) continue
      named ??= namedBy(subject)
      const { path } = field
      yield { sentence: 'malformed', path, data: { name: nameOf(path) }, repairs: repairsOf(field, named) }
    }
    for (const { role, path, value } of fields)
      if (role === 'message-recipients' && Array.isArray(value) && value.length === 0)
        yield {
          sentence: 'none',
          severity: context?.isSent ? 'error' : 'warning',
          path,
          data: { name: nameOf(path) },
        }
    for (const { role, path, size, most } of overlong.filter((value) => tellerOf(value) === 'message-recipient')) {
      const name = nameOf(path)
      if (role === 'message-recipients') yield { sentence: 'tooMany', path, data: { name, count: size, most } }
      else yield { sentence: 'malformed', path, data: { name } }
    }
  },
})
