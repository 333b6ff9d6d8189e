import type { Written } from '../reading/document.ts'
import { unendedAt } from '../reading/sentence-end.ts'
import { defineRule, nameOf, type RulePage, suggested } from '../rule.ts'
import { notificationExample, ownTextExample } from './examples.ts'

/** Whether a body is HTML, by the first member that says. */
function isHtml({ role, note, siblings }: Written): boolean {
  const member = note.contentTypeIn?.find((name) => siblings[name] !== undefined)
  return role === 'email-body' && member !== undefined && siblings[member] === 'Html'
}

/** What the rule's page says and shows. */
export const genericTextEndPage: RulePage = {
  summary: {
    en: "End your own text with a full stop where Altinn's words follow it.",
    nb: 'Avslutt din egen tekst med punktum når Altinns ord kommer etter den.',
    nn: 'Avslutt din eigen tekst med punktum når orda til Altinn kjem etter han.',
  },
  why: {
    en: 'With `GenericAltinnMessage` your text stands in the middle of Altinn\'s, and "Logg deg inn i Altinn" follows it after a space. Without an end the two run together: "Fristen er 1. mai Logg deg inn i Altinn for å se denne meldingen."',
    nb: 'Med `GenericAltinnMessage` står teksten din midt i Altinns, og «Logg deg inn i Altinn» følger etter et mellomrom. Uten avslutning flyter de sammen: «Fristen er 1. mai Logg deg inn i Altinn for å se denne meldingen.»',
    nn: 'Med `GenericAltinnMessage` står teksten din midt i teksten til Altinn, og «Logg deg inn i Altinn» følgjer etter eit mellomrom. Utan avslutning flyt dei saman: «Fristen er 1. mai Logg deg inn i Altinn for å sjå denne meldinga.»',
  },
  examples: () => ({
    good: [
      notificationExample({ emailBody: 'Fristen er 1. mai.', smsBody: 'Svar innen fredag!' }),
      notificationExample({ emailBody: '<p>Fristen er 1. mai</p>', emailContentType: 'Html' }),
      ownTextExample({ smsBody: 'Du har fått et brev' }),
    ],
    bad: [
      notificationExample({ emailBody: 'Fristen er 1. mai' }),
      notificationExample({ notificationChannel: 'Sms', smsBody: 'Svar innen fredag, ' }),
      notificationExample({ sendReminder: true, reminderEmailBody: 'Hilsen $sendersName$' }),
    ],
  }),
}

export const genericTextEnd = defineRule({
  code: 'generic-text-end',
  severity: 'warning',
  purposes: ['correspondence'],
  roles: ['sms-body', 'email-body'],
  sentences: {
    unended: {
      en: "`{name}` has no end: Altinn's next sentence follows it at once.",
      nb: '`{name}` mangler avslutning: Altinns neste setning følger rett etter.',
      nn: '`{name}` manglar avslutning: den neste setninga til Altinn følgjer rett etter.',
    },
    end: { en: 'End it with a full stop', nb: 'Avslutt med punktum', nn: 'Avslutt med punktum' },
  },
  checkValue(text, { notifications }, tell) {
    const { value, path, within } = text
    const view = within && notifications.find(({ object }) => object === within)
    if (view?.ownText !== false) return
    const at = unendedAt(value, isHtml(text))
    if (at === undefined) return
    const isMark = /[,\u2013\u2014-]/.test(value.charAt(at - 1))
    const span = { start: isMark ? at - 1 : at, end: at }
    tell({
      sentence: 'unended',
      path,
      data: { name: nameOf(path) },
      span: { start: at - 1, end: at },
      repairs: [suggested('end', [{ kind: 'replace', path, span, text: '.' }])],
    })
  },
})
