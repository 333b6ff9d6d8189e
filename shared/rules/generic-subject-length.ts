import { EMAIL_SUBJECT_MAX_UNITS } from '../limits.ts'
import { isText } from '../reading/document.ts'
import { defineRule, nameOf, type RulePage } from '../rule.ts'
import { sentText } from '../templates/sent-text.ts'
import { notificationExample, ownTextExample } from './examples.ts'

const LONG =
  'Vedtak om gjenanskaffelse av reindrift i Finnmark, vestre del, andre halvår, og om tilbakebetaling av tilskudd'

/** What the rule's page says and shows. */
export const genericSubjectLengthPage: RulePage = {
  summary: {
    en: "Keep a subject short enough for Altinn's words before it.",
    nb: 'Hold et emne kort nok for Altinns ord foran det.',
    nn: 'Hald eit emne kort nok for orda til Altinn framfor det.',
  },
  why: {
    en: 'With `GenericAltinnMessage` your words follow "En melding har blitt mottatt i Altinn". The limit of 128 characters is checked on your words alone, but mail clients cut the whole subject.',
    nb: 'Med `GenericAltinnMessage` følger ordene dine etter «En melding har blitt mottatt i Altinn». Grensen på 128 tegn gjelder bare dine ord, men e-postklienter kutter hele emnet.',
    nn: 'Med `GenericAltinnMessage` følgjer orda dine etter «Ein melding har blitt motteke i Altinn». Grensa på 128 teikn gjeld berre dine ord, men e-postklientar kuttar heile emnet.',
  },
  examples: () => ({
    good: [notificationExample({ emailSubject: 'Vedtak' }), ownTextExample({ emailSubject: LONG })],
    bad: [
      notificationExample({ emailSubject: LONG }),
      notificationExample({ sendReminder: true, reminderEmailSubject: LONG }),
    ],
  }),
}

export const genericSubjectLength = defineRule({
  code: 'generic-subject-length',
  severity: 'warning',
  purposes: ['correspondence'],
  roles: ['email-subject'],
  sentences: {
    tooLong: {
      en: "With Altinn's words before it `{name}` has {units} characters, and mail clients show {most}. Shorten it by {excess:character|characters}.",
      nb: 'Med Altinns ord foran har `{name}` {units} tegn, og e-postklienter viser {most}. Kort det ned med {excess} tegn.',
      nn: 'Med orda til Altinn framfor har `{name}` {units} teikn, og e-postklientar viser {most}. Kort det ned med {excess} teikn.',
    },
  },
  checkValue(subject, document, tell) {
    const { value, path } = subject
    // What is too long by itself is refused by `length-limit`.
    if (!isText(subject) || value.length > EMAIL_SUBJECT_MAX_UNITS) return
    const units = sentText(subject, document).length
    const excess = units - EMAIL_SUBJECT_MAX_UNITS
    if (excess <= 0 || units === value.length) return
    const span = { start: Math.max(0, value.length - excess), end: value.length }
    tell({
      sentence: 'tooLong',
      path,
      data: { name: nameOf(path), units, most: EMAIL_SUBJECT_MAX_UNITS, excess },
      span,
    })
  },
})
