import { guessNorwegianMobile, type PhoneNumberProblem, parsePhoneNumber } from '../contact/phone-number.ts'
import { defineRule, nameOf, type RulePage, safe } from '../rule.ts'
import { instantSmsExample, notificationExample, orderExample } from './examples.ts'

const SENTENCES = {
  'no-country-code': 'noCountryCode',
  several: 'several',
  malformed: 'malformed',
  impossible: 'impossible',
} as const satisfies Record<PhoneNumberProblem, string>

/** Altinn's number for the same refusal of a custom recipient. docs/altinn/correspondence.md §2.1. */
const ALTINN_CODE = 3012

/** What the rule's page says and shows. */
export const phoneNumberPage: RulePage = {
  summary: {
    en: 'Write one telephone number, with its country code.',
    nb: 'Skriv ett telefonnummer, med landkode.',
    nn: 'Skriv eitt telefonnummer, med landkode.',
  },
  why: {
    en: 'A number that no network has, or that could belong to several countries, reaches no one, or the wrong person.',
    nb: 'Et nummer som ikke finnes, eller som kan høre til flere land, når ingen, eller feil person.',
    nn: 'Eit nummer som ikkje finst, eller som kan høyre til fleire land, når ingen, eller feil person.',
  },
  examples: () => ({
    good: [
      instantSmsExample({}),
      instantSmsExample({ recipient: { phoneNumber: '004799999999' } }),
      instantSmsExample({ recipient: { phoneNumber: '+47 99 99 99 99 ' } }),
      instantSmsExample({ recipient: { phoneNumber: '+233242426224' } }),
      notificationExample({ customRecipients: [{ mobileNumber: '004799999999' }] }),
    ],
    bad: [
      instantSmsExample({ recipient: { phoneNumber: '99999999' } }),
      instantSmsExample({ recipient: { phoneNumber: '+479999999' } }),
      instantSmsExample({ recipient: { phoneNumber: '++4799999999' } }),
      instantSmsExample({ recipient: { phoneNumber: '+4799999999, +4799999998' } }),
      instantSmsExample({ recipient: { phoneNumber: '' } }),
      notificationExample({ customRecipients: [{ mobileNumber: '99999999' }] }),
      notificationExample({ customRecipients: [{ mobileNumber: '12345678' }] }),
      orderExample({ recipient: { recipientSms: { phoneNumber: '99999999', smsSettings: { body: 'Hei' } } } }),
    ],
  }),
}

export const phoneNumber = defineRule({
  code: 'phone-number',
  severity: 'error',
  roles: ['phone-number'],
  sentences: {
    noCountryCode: {
      en: '`{name}` has no country code; start it with `+` or `00` and the code of the country, such as `+47`.',
      nb: '`{name}` mangler landkode. Start med `+` eller `00` og landets kode, for eksempel `+47`.',
      nn: '`{name}` manglar landkode. Start med `+` eller `00` og koden til landet, til dømes `+47`.',
    },
    norwegian: {
      en: '`{name}` has no country code and is taken for a Norwegian number; write `+47` to be sure.',
      nb: '`{name}` mangler landkode og blir tatt for et norsk nummer. Skriv `+47` for sikkerhets skyld.',
      nn: '`{name}` manglar landkode og blir teke for eit norsk nummer. Skriv `+47` for å vere trygg.',
    },
    several: {
      en: '`{name}` contains several numbers; a message goes to exactly one.',
      nb: '`{name}` inneholder flere numre. En melding går til nøyaktig ett.',
      nn: '`{name}` inneheld fleire nummer. Ei melding går til nøyaktig eitt.',
    },
    malformed: {
      en: '`{name}` is not a telephone number; write `+`, the country code and the digits.',
      nb: '`{name}` er ikke et telefonnummer. Skriv `+`, landkoden og sifrene.',
      nn: '`{name}` er ikkje eit telefonnummer. Skriv `+`, landkoden og siffera.',
    },
    impossible: {
      en: '`{name}` does not exist in the numbering plan of its country; check the digits and their count.',
      nb: '`{name}` finnes ikke i landets nummerplan. Kontroller sifrene og antallet.',
      nn: '`{name}` finst ikkje i nummerplanen til landet. Kontroller siffera og talet på dei.',
    },
    addCountryCode: {
      en: 'Add the Norwegian country code',
      nb: 'Legg til norsk landkode',
      nn: 'Legg til norsk landkode',
    },
  },
  checkValue(number, { kind }, tell) {
    const { value } = number
    const parsed = parsePhoneNumber(value)
    if (parsed.ok) return
    const { path } = number
    const isCustomRecipient = kind.purpose === 'correspondence'
    const guess = guessNorwegianMobile(value)
    // The guide of custom recipients says that such a number gets its country code by itself.
    // docs/altinn/correspondence.md §2.6.
    const isUnderstood = isCustomRecipient && guess !== undefined && parsed.failure === 'no-country-code'
    tell({
      sentence: isUnderstood ? 'norwegian' : SENTENCES[parsed.failure],
      severity: isUnderstood ? 'hint' : 'error',
      path,
      data: { name: nameOf(path) },
      repairs: guess === undefined ? [] : [safe('addCountryCode', [{ kind: 'set', path, value: guess }])],
      altinnCode: isCustomRecipient && !isUnderstood ? ALTINN_CODE : undefined,
    })
  },
})
