import { EMAIL_BODY_MAX_UNITS, EMAIL_SUBJECT_MAX_UNITS, SMS_BODY_MAX_UNITS } from '../limits.ts'
import { defineRule, nameOf, type RulePage } from '../rule.ts'
import type { Role } from '../schema/field.ts'
import { instantEmailExample, notificationExample, orderExample } from './examples.ts'

const LIMITS: Readonly<Partial<Record<Role, number>>> = {
  'email-subject': EMAIL_SUBJECT_MAX_UNITS,
  'email-body': EMAIL_BODY_MAX_UNITS,
  'sms-body': SMS_BODY_MAX_UNITS,
}

const subject = (units: number) => 'a'.repeat(units)

/** What the rule's page says and shows. */
export const lengthLimitPage: RulePage = {
  summary: {
    en: 'Keep subjects within 128 characters, e-mails within 10,000 and SMS within 2,144.',
    nb: 'Hold emner innenfor 128 tegn, e-poster innenfor 10 000 og SMS innenfor 2144.',
    nn: 'Hald emne innanfor 128 teikn, e-postar innanfor 10 000 og SMS innanfor 2144.',
  },
  why: {
    en: "A message with a longer text in its notification is refused. Elsewhere nothing refuses it, but mail clients cut the subject. Counted are UTF-16 units of the text as written, before keywords are filled in: JavaScript's `length`.",
    nb: 'En melding med lengre tekst i varselet blir avvist. Andre steder blir den ikke avvist, men e-postklienter kutter emnet. Det som telles, er UTF-16-enheter i teksten slik den er skrevet, før nøkkelord fylles inn: JavaScripts `length`.',
    nn: 'Ei melding med lengre tekst i varselet blir avvist. Andre stader blir ho ikkje avvist, men e-postklientar kuttar emnet. Det som blir talt, er UTF-16-einingar i teksten slik han er skriven, før nøkkelord blir fylte inn: `length` i JavaScript.',
  },
  examples: () => ({
    good: [
      notificationExample({ emailSubject: subject(EMAIL_SUBJECT_MAX_UNITS) }),
      notificationExample({ smsBody: 'ø'.repeat(SMS_BODY_MAX_UNITS) }),
      instantEmailExample({}),
    ],
    bad: [
      notificationExample({ emailSubject: subject(EMAIL_SUBJECT_MAX_UNITS + 1) }),
      notificationExample({ reminderEmailBody: 'a'.repeat(EMAIL_BODY_MAX_UNITS + 1) }),
      notificationExample({ smsBody: 'a'.repeat(SMS_BODY_MAX_UNITS + 1) }),
      instantEmailExample({ settings: { subject: subject(EMAIL_SUBJECT_MAX_UNITS + 1) } }),
      orderExample({ email: { subject: subject(EMAIL_SUBJECT_MAX_UNITS + 1) } }),
    ],
  }),
}

export const lengthLimit = defineRule({
  code: 'length-limit',
  severity: 'error',
  roles: ['sms-body', 'email-subject', 'email-body'],
  sentences: {
    refused: {
      en: '`{name}` is {units} characters long; at most {limit} are allowed. Remove {excess}.',
      nb: '`{name}` er {units} tegn langt, men høyst {limit} er tillatt. Fjern {excess}.',
      nn: '`{name}` er {units} teikn langt, men høgst {limit} er tillatne. Fjern {excess}.',
    },
    advised: {
      en: '`{name}` is {units} characters long; {limit} or fewer are shown in full everywhere. {excess} are too many.',
      nb: '`{name}` er {units} tegn langt. Høyst {limit} vises i sin helhet overalt, så {excess} er for mange.',
      nn: '`{name}` er {units} teikn langt. Høgst {limit} blir viste i sin heilskap overalt, så {excess} er for mange.',
    },
  },
  checkValue(text, { kind }, tell) {
    const { role, value } = text
    const limit = LIMITS[role]
    const isRefused = kind.purpose === 'correspondence'
    // Outside a message `sms-parts` says what a long SMS costs, and when it is cut.
    if (limit === undefined || value.length <= limit || (!isRefused && role === 'sms-body')) return
    const { path } = text
    tell({
      sentence: isRefused ? 'refused' : 'advised',
      severity: isRefused ? 'error' : role === 'email-subject' ? 'warning' : 'information',
      path,
      data: { name: nameOf(path), units: value.length, limit, excess: value.length - limit },
      span: { start: limit, end: value.length },
    })
  },
})
