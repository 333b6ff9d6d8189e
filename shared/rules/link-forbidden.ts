import { textLanguageOf } from '../reading/text-language.ts'
import { defineRule, nameOf, type RulePage, suggested } from '../rule.ts'
import { findLinks } from '../text/links/find-links.ts'
import { replacementsOf } from '../text/links/replacement.ts'
import { instantEmailExample, instantSmsExample, notificationExample, orderExample } from './examples.ts'

/** What the rule's page says and shows. */
export const linkForbiddenPage: RulePage = {
  summary: {
    en: 'Write no links, and nothing that looks like one.',
    nb: 'Ikke bruk lenker, eller noe som ser ut som en lenke.',
    nn: 'Ikkje bruk lenkjer, eller noko som ser ut som ei lenkje.',
  },
  why: {
    en: 'People are taught never to follow a link in a message from the authorities, because fraudsters send such links. A notification with a link teaches them the opposite. Name the site instead and let them find it themselves. In other messages a link is not refused, but it is just as unwise.',
    nb: 'Folk lærer at de aldri skal følge en lenke i en melding fra det offentlige, fordi svindlere sender slike lenker. Et varsel med lenke lærer dem det motsatte. Nevn heller nettstedet, og la dem finne det selv. I andre slags meldinger blir en lenke ikke avvist, men den er like uklok.',
    nn: 'Folk lærer at dei aldri skal følgje ei lenkje i ei melding frå det offentlege, fordi svindlarar sender slike lenkjer. Eit varsel med lenkje lærer dei det motsette. Nemn heller nettstaden, og lat dei finne han sjølve. I andre slags meldingar blir ei lenkje ikkje avvist, men ho er like uklok.',
  },
  examples: () => ({
    good: [
      notificationExample({ emailBody: 'Du finner meldingen på Altinns nettside.' }),
      instantSmsExample({}),
      instantSmsExample({ settings: { body: 'Your code is 428516.\n\n@idporten.no #428516' } }),
      instantEmailExample({}),
    ],
    bad: [
      notificationExample({ emailBody: 'Les meldingen på https://www.altinn.no/melding' }),
      notificationExample({ smsBody: 'Logg inn på altinn.no nå.' }),
      notificationExample({ reminderEmailSubject: 'Se nav[.]no' }),
      instantSmsExample({ settings: { body: 'Use 428516 at www.example.com' } }),
      orderExample({ email: { body: 'Se https://example.com' } }),
    ],
  }),
}

export const linkForbidden = defineRule({
  code: 'link-forbidden',
  severity: 'error',
  roles: ['sms-body', 'email-subject', 'email-body'],
  sentences: {
    refused: {
      en: '`{name}` contains a link, or text that looks like one; a notification must never have any.',
      nb: '`{name}` inneholder en lenke, eller tekst som ligner en lenke. Lenker skal aldri brukes i varsler.',
      nn: '`{name}` inneheld ei lenkje, eller tekst som liknar ei lenkje. Lenkjer skal aldri brukast i varsel.',
    },
    advised: {
      en: '`{name}` contains a link, or text that looks like one; fraudulent messages look the same, and readers are told not to follow links.',
      nb: '`{name}` inneholder en lenke, eller tekst som ligner en lenke. Slik ser svindel ut, og mottakere blir bedt om å la være å følge den.',
      nn: '`{name}` inneheld ei lenkje, eller tekst som liknar ei lenkje. Slik ser svindel ut, og mottakarar blir bedne om å la vere å følgje ho.',
    },
    nameTheSite: {
      en: 'Name the site instead',
      nb: 'Nevn nettstedet i stedet',
      nn: 'Nemn nettstaden i staden',
    },
    keepName: {
      en: 'Write the name without its domain',
      nb: 'Skriv navnet uten domenet',
      nn: 'Skriv namnet utan domenet',
    },
    keepWords: {
      en: 'Keep the words without the link',
      nb: 'Behold ordene uten lenken',
      nn: 'Behald orda utan lenkja',
    },
    removeElement: { en: 'Remove the element', nb: 'Fjern elementet', nn: 'Fjern elementet' },
  },
  checkValue(text, subject, tell) {
    const { value } = text
    const links = findLinks(value, text.signs)
    if (links.length === 0) return
    const { path } = text
    const isRefused = subject.kind.purpose === 'correspondence'
    const language = textLanguageOf(value, subject)
    let before: { readonly end: number; readonly named: boolean } | undefined
    for (const match of links) {
      const { start, end } = match
      const ways = replacementsOf(value, match, language, before)
      before = { end, named: ways.some(({ kind }) => kind === 'nameTheSite') }
      tell({
        sentence: isRefused ? 'refused' : 'advised',
        severity: isRefused ? 'error' : 'warning',
        path,
        data: { name: nameOf(path) },
        span: { start, end },
        repairs: ways.map(({ kind, text: by, ...place }) =>
          suggested(kind, [{ kind: 'replace', path, span: place, text: by }]),
        ),
      })
    }
  },
})
