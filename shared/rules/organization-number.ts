import { parseMessageRecipient } from '../contact/message-recipient.ts'
import {
  guessOrganizationNumber,
  hasForeignPrefix,
  hasOrganizationCheckDigit,
  parseOrganizationNumber,
} from '../contact/organization-number.ts'
import { defineRule, nameOf, type RulePage, safe, suggested } from '../rule.ts'
import { correspondenceExample, notificationExample, orderExample } from './examples.ts'

/** The digits of a message's own recipient, if it is an organisation: its spelling is `message-recipient`'s. */
function mainRecipientDigits(written: string): string | undefined {
  const parsed = parseMessageRecipient(written)
  return parsed.ok && parsed.value.kind === 'organization' ? parsed.value.number : undefined
}

/** What the rule's page says and shows. */
export const organizationNumberPage: RulePage = {
  summary: {
    en: 'Write an organisation number with its nine digits.',
    nb: 'Skriv et organisasjonsnummer med sine ni sifre.',
    nn: 'Skriv eit organisasjonsnummer med dei ni siffera sine.',
  },
  why: {
    en: 'The register is searched for these digits. The last digit is a check digit (MOD-11); if it is wrong, no real organisation has the number. That is advice and not an error, since test numbers often break it.',
    nb: 'Registeret blir spurt om disse sifrene. Det siste sifferet er et kontrollsiffer (MOD-11). Er det feil, har ingen virkelig organisasjon nummeret. Det er et råd og ingen feil, siden testnumre ofte har feil kontrollsiffer.',
    nn: 'Registeret blir spurt om desse siffera. Det siste sifferet er eit kontrollsiffer (MOD-11). Er det feil, har ingen verkeleg organisasjon nummeret. Det er eit råd og ingen feil, sidan testnummer ofte har feil kontrollsiffer.',
  },
  examples: () => ({
    good: [
      notificationExample({ customRecipients: [{ organizationNumber: '991825827' }] }),
      notificationExample({ customRecipients: [{ organizationNumber: '0192:991825827' }] }),
      notificationExample({ customRecipients: [{ organizationNumber: 'urn:altinn:organisasjonsnummer:991825827' }] }),
      notificationExample({
        customRecipients: [{ organizationNumber: 'urn:altinn:organization:identifier-no:991825827' }],
      }),
      orderExample({}),
    ],
    bad: [
      notificationExample({ customRecipients: [{ organizationNumber: '123456789' }] }),
      notificationExample({ customRecipients: [{ organizationNumber: '991 825 827' }] }),
      notificationExample({ customRecipients: [{ organizationNumber: '1234:991825827' }] }),
      orderExample({ organization: { orgNumber: '0192:991825827' } }),
      correspondenceExample({ recipients: ['0192:123456789'] }),
    ],
  }),
}

export const organizationNumber = defineRule({
  code: 'organization-number',
  severity: 'error',
  purposes: ['order', 'correspondence'],
  roles: ['organization-number', 'message-recipient'],
  sentences: {
    malformed: {
      en: '`{name}` is not an organisation number: write its nine digits.',
      nb: '`{name}` er ikke et organisasjonsnummer: skriv de ni sifrene.',
      nn: '`{name}` er ikkje eit organisasjonsnummer: skriv dei ni siffera.',
    },
    prefixed: {
      en: '`{name}` has a prefix, which an order does not accept: write only the nine digits.',
      nb: '`{name}` har et prefiks, som en ordre ikke godtar: skriv bare de ni sifrene.',
      nn: '`{name}` har eit prefiks, som ein ordre ikkje godtek: skriv berre dei ni siffera.',
    },
    checkDigit: {
      en: '`{name}` has a wrong check digit: no real organisation has this number.',
      nb: '`{name}` har feil kontrollsiffer: ingen virkelig organisasjon har dette nummeret.',
      nn: '`{name}` har feil kontrollsiffer: ingen verkeleg organisasjon har dette nummeret.',
    },
    digits: { en: 'Write the nine digits', nb: 'Skriv de ni sifrene', nn: 'Skriv dei ni siffera' },
  },
  checkValue(field, { kind }, tell) {
    const { role, value } = field
    if (role === 'message-recipient') {
      const ofMain = mainRecipientDigits(value)
      if (ofMain !== undefined && !hasOrganizationCheckDigit(ofMain))
        tell({ sentence: 'checkDigit', severity: 'information', path: field.path, data: { name: nameOf(field.path) } })
      return
    }
    const parsed = parseOrganizationNumber(value)
    const isPrefixed = parsed.ok && parsed.value.hasPrefix && kind.purpose === 'order'
    if (parsed.ok && !isPrefixed && hasOrganizationCheckDigit(parsed.value.digits)) return
    const { path } = field
    const data = { name: nameOf(path) }
    const digits = parsed.ok ? parsed.value.digits : guessOrganizationNumber(value)
    const write = hasForeignPrefix(value) ? suggested : safe
    const repairs = digits ? [write('digits', [{ kind: 'set', path, value: digits }])] : []
    if (!parsed.ok) tell({ sentence: 'malformed', path, data, repairs })
    else if (isPrefixed) tell({ sentence: 'prefixed', path, data, repairs })
    else tell({ sentence: 'checkDigit', severity: 'information', path, data })
  },
})
