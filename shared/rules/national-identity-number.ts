import { parseMessageRecipient } from '../contact/message-recipient.ts'
import {
  guessNationalIdentityNumber,
  parseNationalIdentityNumber,
  parsePersonIdentifier,
} from '../contact/national-identity-number.ts'
import type { Field } from '../reading/document.ts'
import { defineRule, nameOf, type RulePage, safe } from '../rule.ts'
import { correspondenceExample, notificationExample, orderExample } from './examples.ts'

/** What a field says of a person. The spelling of a message's own recipient is `message-recipient`'s to judge. */
function writtenNumber({ role, value }: Field): string | undefined {
  if (typeof value !== 'string') return undefined
  if (role === 'national-identity-number') return value
  const parsed = role === 'message-recipient' ? parseMessageRecipient(value) : undefined
  return parsed?.ok && parsed.value.kind === 'person' ? parsed.value.number : undefined
}

/** The digits that were most likely meant, where they are a number that someone can have. */
function meantNumber(written: string): string | undefined {
  const guess = guessNationalIdentityNumber(written)
  return guess !== undefined && parseNationalIdentityNumber(guess).ok ? guess : undefined
}

const person = (nationalIdentityNumber: string) =>
  orderExample({
    recipient: {
      recipientPerson: {
        nationalIdentityNumber,
        channelSchema: 'Sms',
        smsSettings: { body: 'You have a new letter.' },
      },
    },
  })

/** What the rule's page says and shows. */
export const nationalIdentityNumberPage: RulePage = {
  summary: {
    en: 'Write a national identity number or D-number with its eleven digits.',
    nb: 'Skriv et fødselsnummer eller D-nummer med sine elleve sifre.',
    nn: 'Skriv eit fødselsnummer eller D-nummer med dei elleve siffera sine.',
  },
  why: {
    en: 'The check digits at the end catch a slip of the finger before it reaches a stranger. D-numbers and synthetic test numbers are as good as others. In an ordinary order a number that cannot exist is advised against rather than refused, as Altinn does.',
    nb: 'Kontrollsifrene til slutt fanger en tastefeil før den når en fremmed. D-nummer og syntetiske testnumre er like gode som andre. I en vanlig ordre blir et umulig nummer frarådet i stedet for avvist, slik Altinn gjør.',
    nn: 'Kontrollsiffera til slutt fangar ein tastefeil før han når ein framand. D-nummer og syntetiske testnummer er like gode som andre. I ein vanleg ordre blir eit umogleg nummer frårådd i staden for avvist, slik Altinn gjer.',
  },
  examples: () => ({
    good: [
      notificationExample({ customRecipients: [{ nationalIdentityNumber: '08900499559' }] }),
      notificationExample({
        customRecipients: [{ nationalIdentityNumber: 'urn:altinn:person:identifier-no:08900499559' }],
      }),
      correspondenceExample({ recipients: ['urn:altinn:person:identifier-no:26818099001'] }),
      person('13876698239'),
    ],
    bad: [
      notificationExample({ customRecipients: [{ nationalIdentityNumber: '12345678901' }] }),
      notificationExample({ customRecipients: [{ nationalIdentityNumber: '089004 99559' }] }),
      correspondenceExample({ recipients: ['01019912345'] }),
      person('01234567890'),
      person('1234'),
    ],
  }),
}

export const nationalIdentityNumber = defineRule({
  code: 'national-identity-number',
  severity: 'error',
  purposes: ['order', 'correspondence'],
  roles: ['national-identity-number', 'message-recipient'],
  sentences: {
    malformed: {
      en: '`{name}` is not a national identity number: write its eleven digits.',
      nb: '`{name}` er ikke et fødselsnummer: skriv de elleve sifrene.',
      nn: '`{name}` er ikkje eit fødselsnummer: skriv dei elleve siffera.',
    },
    impossible: {
      en: '`{name}` is not a valid number: its date or its check digits are wrong.',
      nb: '`{name}` er et nummer som ingen kan ha: datoen eller kontrollsifrene er feil.',
      nn: '`{name}` er eit nummer som ingen kan ha: datoen eller kontrollsiffera er feil.',
    },
    digits: { en: 'Write the eleven digits', nb: 'Skriv de elleve sifrene', nn: 'Skriv dei elleve siffera' },
  },
  checkValue(field, { kind }, tell) {
    const written = writtenNumber(field)
    if (written === undefined) return
    // A custom recipient may be a URN, as a message's own recipient is.
    const parsed = (kind.purpose === 'correspondence' ? parsePersonIdentifier : parseNationalIdentityNumber)(written)
    if (parsed.ok) return
    const { path } = field
    const meant = meantNumber(written)
    tell({
      sentence: parsed.failure,
      severity: parsed.failure === 'impossible' && kind.purpose === 'order' ? 'warning' : 'error',
      path,
      data: { name: nameOf(path) },
      // Its check digits say that these are the digits that were meant.
      repairs: meant === undefined ? [] : [safe('digits', [{ kind: 'set', path, value: meant }])],
    })
  },
})
