import { directAddressesOf, isOfTheParty } from '../reading/direct-text.ts'
import { defineRule, nameOf, type RulePage, suggested } from '../rule.ts'
import { SIGN } from '../text/signs.ts'
import { emailOrderExample, listedOrderExample, notificationExample, orderExample } from './examples.ts'

/** Altinn's number for the same refusal. docs/altinn/correspondence.md §2.1. */
const ALTINN_CODE = 3015

const STAND_IN = '$correspondenceRecipientName$'

/** What the rule's page says and shows. */
export const keywordDirectRecipientPage: RulePage = {
  summary: {
    en: 'Use `$recipientName$` and `$recipientNumber$` only where the recipient is a person or an organisation.',
    nb: 'Bruk `$recipientName$` og `$recipientNumber$` bare når mottakeren er en person eller en organisasjon.',
    nn: 'Bruk `$recipientName$` og `$recipientNumber$` berre når mottakaren er ein person eller ein organisasjon.',
  },
  why: {
    en: 'A message to an e-mail address or a telephone number has no recipient in the registers, so there is no name or number to fill in: the recipient would read the keyword itself.',
    nb: 'En melding til en e-postadresse eller et telefonnummer går ikke til noen registrene kjenner, så det finnes ikke noe navn eller nummer å fylle inn. Mottakeren ville lese selve nøkkelordet.',
    nn: 'Ei melding til ei e-postadresse eller eit telefonnummer går ikkje til nokon registera kjenner, så det finst ikkje noko namn eller nummer å fylle inn. Mottakaren ville lese sjølve nøkkelordet.',
  },
  examples: () => ({
    good: [
      notificationExample({
        emailBody: 'Hei $recipientName$',
        customRecipients: [{ organizationNumber: '991825827' }],
      }),
      notificationExample({
        emailBody: 'Hei $correspondenceRecipientName$',
        customRecipients: [{ emailAddress: 'ola.nordmann@example.com' }],
      }),
      orderExample({ sms: { body: 'Hei $recipientName$' } }),
      listedOrderExample({ smsTemplate: { body: 'Hei $recipientName$' } }),
    ],
    bad: [
      notificationExample({
        emailBody: 'Hei $recipientName$',
        customRecipients: [{ emailAddress: 'ola.nordmann@example.com' }],
      }),
      notificationExample({ smsBody: 'Til $RECIPIENTNUMBER$', customRecipient: { mobileNumber: '+4799999999' } }),
      orderExample({
        recipient: { recipientSms: { phoneNumber: '+4799999999', smsSettings: { body: 'Hei $recipientName$' } } },
      }),
      emailOrderExample({ body: 'Hei $recipientName$' }),
    ],
  }),
}

export const keywordDirectRecipient = defineRule({
  code: 'keyword-direct-recipient',
  severity: 'error',
  purposes: ['order', 'correspondence'],
  roles: ['sms-body', 'email-subject', 'email-body'],
  signs: SIGN.dollar,
  sentences: {
    unfilled: {
      en: '`{name}` uses `{keyword}`, but is sent directly to an e-mail address or a telephone number, which has none.',
      nb: '`{name}` bruker `{keyword}`, men går rett til en e-postadresse eller et telefonnummer, som ikke har noe slikt.',
      nn: '`{name}` bruker `{keyword}`, men går rett til ei e-postadresse eller eit telefonnummer, som ikkje har noko slikt.',
    },
    address: {
      en: 'This recipient has no name to look up.',
      nb: 'Denne mottakeren har ikke noe navn å slå opp.',
      nn: 'Denne mottakaren har ikkje noko namn å slå opp.',
    },
    useMessageRecipient: {
      en: "Use the name of the message's recipient instead",
      nb: 'Bruk navnet på meldingens mottaker i stedet',
      nn: 'Bruk namnet på mottakaren av meldinga i staden',
    },
  },
  checkValue(text, subject, tell) {
    const found = text.keywords.filter(({ keyword }) => keyword && isOfTheParty(keyword.name))
    if (found.length === 0) return
    const addresses = directAddressesOf(text, subject)
    if (addresses.length === 0) return
    const { path } = text
    const related = addresses.map((address) => ({ path: address, sentence: 'address' as const }))
    for (const { start, end, written, keyword } of found) {
      const canStandIn = subject.kind.purpose === 'correspondence' && keyword?.name === 'recipientName'
      tell({
        sentence: 'unfilled',
        path,
        data: { name: nameOf(path) },
        quotes: { keyword: `$${written}$` },
        span: { start, end },
        related,
        repairs: canStandIn
          ? [suggested('useMessageRecipient', [{ kind: 'replace', path, span: { start, end }, text: STAND_IN }])]
          : [],
        altinnCode: subject.kind.purpose === 'correspondence' ? ALTINN_CODE : undefined,
      })
    }
  },
})
