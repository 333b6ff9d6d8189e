import { defineRule, nameOf, type RulePage } from '../rule.ts'
import { htmlToPlainText } from '../text/plain-text.ts'
import { instantEmailExample, notificationExample } from './examples.ts'

/** What mail clients remove, block or show in their own way, from scripts and forms to pictures and frames. */
const RICH =
  /<(script|style|link|iframe|frame|frameset|object|embed|applet|form|input|button|select|textarea|img|picture|video|audio|source|canvas|svg|math|base|marquee|dialog)\b[^<>]*>?|<[a-z][^<>]*?\s(on[a-z]{3,20})\s*=/gi

/** What the rule's page says and shows. */
export const htmlMarkupPage: RulePage = {
  summary: {
    en: 'Keep the HTML of an e-mail simple, and say everything in text.',
    nb: 'Hold HTML-en i en e-post enkel, og skriv alt som tekst.',
    nn: 'Hald HTML-en i ein e-post enkel, og skriv alt som tekst.',
  },
  why: {
    en: 'Only simple HTML is supported. Mail clients remove scripts, forms, images and frames, and spam filters penalise them. They also leave nothing for the text alternative, which many people read.',
    nb: 'Bare enkel HTML støttes. E-postklienter fjerner skript, skjemaer, bilder og rammer, og søppelpostfiltre liker dem ikke. De gir heller ingenting til tekstalternativet, som mange leser.',
    nn: 'Berre enkel HTML er støtta. E-postklientar fjernar skript, skjema, bilete og rammer, og søppelpostfilter likar dei ikkje. Dei gir heller ingenting til tekstalternativet, som mange les.',
  },
  examples: () => ({
    good: [
      instantEmailExample({ settings: { body: '<p>Your code is <b>428516</b>.</p>', contentType: 'Html' } }),
      instantEmailExample({ settings: { body: '<script> in plain text is only text' } }),
    ],
    bad: [
      instantEmailExample({ settings: { body: '<p>Hi</p><script>alert(1)</script>', contentType: 'Html' } }),
      notificationExample({ emailBody: '<p onclick="x()">Hei</p>', emailContentType: 'Html' }),
      notificationExample({ emailBody: '<p><br/></p>', emailContentType: 'Html' }),
    ],
  }),
}

export const htmlMarkup = defineRule({
  code: 'html-markup',
  severity: 'warning',
  roles: ['email-body'],
  sentences: {
    rich: {
      en: '`{name}` contains `{element}`, which is more than simple HTML: mail clients remove or block it.',
      nb: '`{name}` inneholder `{element}`, som er mer enn enkel HTML: e-postklienter fjerner eller blokkerer det.',
      nn: '`{name}` inneheld `{element}`, som er meir enn enkel HTML: e-postklientar fjernar eller blokkerer det.',
    },
    noText: {
      en: '`{name}` contains no text, so no text alternative can be made from it.',
      nb: '`{name}` inneholder ingen tekst, så det kan ikke lages noe tekstalternativ av den.',
      nn: '`{name}` inneheld ingen tekst, så det kan ikkje lagast noko tekstalternativ av han.',
    },
  },
  checkValue(body, _subject, tell) {
    const { value } = body
    if (!value.includes('<')) return
    const { path, note, siblings } = body
    const member = note.contentTypeIn?.find((name) => siblings[name] !== undefined)
    if (member === undefined || siblings[member] !== 'Html') return
    const name = nameOf(path)
    const reported = new Set<string>()
    for (const { 0: whole, 1: element, 2: handler = '', index } of value.matchAll(RICH)) {
      const found = (element ?? handler).toLowerCase()
      if (reported.has(found)) continue
      reported.add(found)
      const span = { start: index, end: index + whole.length }
      // Of attributes any name that begins so is found: it is the writer's own.
      const words = element ? { data: { name, element: `<${found}>` } } : { data: { name }, quotes: { element: found } }
      tell({ sentence: 'rich', path, span, ...words })
    }
    if (htmlToPlainText(value).trim() === '') tell({ sentence: 'noText', path, data: { name } })
  },
})
