import {
  findPersonalData,
  findPersonalDataInReference,
  type PersonalData,
  type PersonalDataKind,
} from '../reading/personal-data.ts'
import { defineRule, nameOf, type RulePage } from '../rule.ts'
import { SIGN } from '../text/signs.ts'
import { instantSmsExample, notificationExample, orderExample } from './examples.ts'

const SENTENCES = {
  'national-identity-number': 'nationalIdentityNumber',
  'phone-number': 'phoneNumber',
  'email-address': 'emailAddress',
} as const satisfies Record<PersonalDataKind, string>

/** A telephone number in a text may be the sender's own. */
const severityInText = ({ kind }: PersonalData) => (kind === 'phone-number' ? 'information' : 'warning')

/** What the rule's page says and shows. */
export const personalDataPage: RulePage = {
  summary: {
    en: 'Keep personal data out of texts, references and keys.',
    nb: 'Hold personopplysninger utenfor tekster, referanser og nøkler.',
    nn: 'Hald personopplysningar utanfor tekstar, referansar og nøklar.',
  },
  why: {
    en: 'An SMS can be read on a locked screen, and an e-mail by anyone with access to the mailbox. References and keys are written to logs and kept for years.',
    nb: 'En SMS kan leses på en låst skjerm, og en e-post av den som har tilgang til postkassen. Referanser og nøkler skrives til logger og tas vare på i årevis.',
    nn: 'Ein SMS kan lesast på ein låst skjerm, og ein e-post av den som har tilgang til postkassa. Referansar og nøklar blir skrivne til loggar og tekne vare på i årevis.',
  },
  examples: () => ({
    good: [
      instantSmsExample({ request: { sendersReference: 'otp-login-2024-09-30-1234' } }),
      instantSmsExample({ request: { idempotencyId: '94e9d0f6-7a3d-4a20-b5a7-445fb207f9bb' } }),
      instantSmsExample({ settings: { body: 'Your code is 42851693.' } }),
      notificationExample({ emailBody: 'Saksnummer 12345678901' }),
    ],
    bad: [
      notificationExample({ emailBody: 'Brev til 089004 99559' }),
      instantSmsExample({ request: { sendersReference: 'otp-08900499559' } }),
      instantSmsExample({ request: { idempotencyId: 'login:99999999:1' } }),
      orderExample({ request: { sendersReference: 'ola.nordmann@example.com' } }),
      notificationExample({ smsBody: 'Vi ringer deg på +47 99 99 99 99.' }),
    ],
  }),
}

export const personalData = defineRule({
  code: 'personal-data',
  severity: 'warning',
  roles: ['sms-body', 'email-subject', 'email-body', 'senders-reference', 'idempotency-id'],
  signs: SIGN.number | SIGN.plus | SIGN.at,
  sentences: {
    nationalIdentityNumber: {
      en: '`{name}` contains a national identity number; leave it out.',
      nb: '`{name}` inneholder et fødselsnummer. Utelat det.',
      nn: '`{name}` inneheld eit fødselsnummer. Utelat det.',
    },
    phoneNumber: {
      en: '`{name}` contains a mobile number; leave it out unless it is your own.',
      nb: '`{name}` inneholder et mobilnummer. Utelat det hvis det ikke er deres eget.',
      nn: '`{name}` inneheld eit mobilnummer. Utelat det om det ikkje er dykkar eige.',
    },
    emailAddress: {
      en: '`{name}` contains an e-mail address; use a reference that reveals nothing.',
      nb: '`{name}` inneholder en e-postadresse. Bruk en referanse som ikke røper noe.',
      nn: '`{name}` inneheld ei e-postadresse. Bruk ein referanse som ikkje røper noko.',
    },
  },
  checkValue(field, _subject, tell) {
    const { role, value } = field
    const isReference = role === 'senders-reference' || role === 'idempotency-id'
    for (const found of isReference ? findPersonalDataInReference(value) : findPersonalData(value)) {
      const { kind, start, end } = found
      const { path } = field
      const severity = isReference ? 'warning' : severityInText(found)
      tell({ sentence: SENTENCES[kind], severity, path, data: { name: nameOf(path) }, span: { start, end } })
    }
  },
})
