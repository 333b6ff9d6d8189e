import { type EmailAddressProblem, parseEmailAddress } from '../contact/email-address.ts'
import { EMAIL_ADDRESS_MAX_OCTETS } from '../limits.ts'
import { defineRule, nameOf, type RulePage } from '../rule.ts'
import { instantEmailExample, notificationExample } from './examples.ts'

const SENTENCES = {
  several: 'several',
  malformed: 'malformed',
  'too-long': 'tooLong',
} as const satisfies Record<EmailAddressProblem, string>

/** Altinn's number for the same refusal of a custom recipient. docs/altinn/correspondence.md §2.1. */
const ALTINN_CODE = 3011

/** What the rule's page says and shows. */
export const emailAddressPage: RulePage = {
  summary: {
    en: 'Write one e-mail address.',
    nb: 'Skriv én e-postadresse.',
    nn: 'Skriv éi e-postadresse.',
  },
  why: {
    en: 'A mail server refuses anything that is not an address, and a list in one field would show each recipient the others.',
    nb: 'En e-posttjener avviser det som ikke er en adresse, og en liste i ett felt ville røpe mottakerne for hverandre.',
    nn: 'Ein e-posttenar avviser det som ikkje er ei adresse, og ei liste i eitt felt ville røpe mottakarane for kvarandre.',
  },
  examples: () => ({
    good: [
      instantEmailExample({}),
      instantEmailExample({ recipient: { emailAddress: 'æge_sjøåsen@domain.com' } }),
      instantEmailExample({ recipient: { emailAddress: 'user.name+tag@domain.co.uk' } }),
      instantEmailExample({ settings: { senderEmailAddress: '   noreply@altinn.no   ' } }),
    ],
    bad: [
      instantEmailExample({ recipient: { emailAddress: 'userexample.com' } }),
      instantEmailExample({ recipient: { emailAddress: 'user@localhost' } }),
      instantEmailExample({ recipient: { emailAddress: 'one@example.com;two@example.com' } }),
      instantEmailExample({ recipient: { emailAddress: 'user@999.999.999.999' } }),
      instantEmailExample({ settings: { senderEmailAddress: '' } }),
      notificationExample({ customRecipients: [{ emailAddress: 'andreas.hammerbeckdigir.no' }] }),
    ],
  }),
}

export const emailAddress = defineRule({
  code: 'email-address',
  severity: 'error',
  roles: ['email-address', 'sender-email-address'],
  sentences: {
    several: {
      en: '`{name}` contains several addresses; a message goes to exactly one.',
      nb: '`{name}` inneholder flere adresser. En melding går til nøyaktig én.',
      nn: '`{name}` inneheld fleire adresser. Ei melding går til nøyaktig éi.',
    },
    malformed: {
      en: '`{name}` is not an e-mail address; write it as `name@example.com`, without quotes or display name.',
      nb: '`{name}` er ikke en e-postadresse. Skriv den som `navn@example.com`, uten anførselstegn eller visningsnavn.',
      nn: '`{name}` er ikkje ei e-postadresse. Skriv ho som `namn@example.com`, utan hermeteikn eller visingsnamn.',
    },
    tooLong: {
      en: '`{name}` is longer than mail servers accept: {whole} octets in all, {localPart} before the `@`.',
      nb: '`{name}` er lengre enn e-posttjenere godtar: {whole} oktetter i alt, {localPart} før `@`.',
      nn: '`{name}` er lengre enn e-posttenarar godtek: {whole} oktettar i alt, {localPart} før `@`.',
    },
  },
  checkValue(address, { kind }, tell) {
    const parsed = parseEmailAddress(address.value)
    if (parsed.ok) return
    const { path } = address
    const { whole, localPart } = EMAIL_ADDRESS_MAX_OCTETS
    tell({
      sentence: SENTENCES[parsed.failure],
      path,
      data: { name: nameOf(path), whole, localPart },
      altinnCode: kind.purpose === 'correspondence' ? ALTINN_CODE : undefined,
    })
  },
})
