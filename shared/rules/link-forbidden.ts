import { languageOf } from '../reading/text-language.ts'
import { defineRule, nameOf, type RulePage } from '../rule.ts'
import { findLinks } from '../text/links/find-links.ts'
import { replaceLinks } from '../text/links/replacement.ts'
import { instantEmailExample, instantSmsExample, notificationExample, orderExample } from './examples.ts'

/** What the rule's page says and shows. */
export const linkForbiddenPage: RulePage = {
  summary: {
    en: 'Write no links, and nothing that looks like one.',
    nb: 'Ikke bruk lenker, eller noe som ser ut som en lenke.',
    nn: 'Ikkje bruk lenkjer, eller noko som ser ut som ei lenkje.',
  },
  why: {
    en: 'People are taught never to follow a link in a message from the authorities, because frauds send such links. A notification that holds one teaches them the opposite. Name the site instead and let them find it themselves. In a message of another kind a link is not refused, but it is as unwise.',
    nb: 'Folk lærer at de aldri skal følge en lenke i en melding fra det offentlige, fordi svindlere sender slike lenker. Et varsel med lenke lærer dem det motsatte. Nevn heller nettstedet, og la dem finne det selv. I andre slags meldinger blir en lenke ikke avvist, men den er like uklok.',
    nn: 'Folk lærer at dei aldri skal følgje ei lenkje i ei melding frå det offentlege, fordi svindlarar sender slike lenkjer. Eit varsel med lenkje lærer dei det motsette. Nemn heller nettstaden, og lat dei finne han sjølve. I andre slags meldingar blir ei lenkje ikkje avvist, men ho er like uklok.',
  },
  examples: () => ({
    good: [
      notificationExample({ emailBody: 'Du finner meldingen på Altinns nettside.' }),
      instantSmsExample({}),
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
      en: '`{name}` holds a link, or text that looks like one; a notification must never have any.',
      nb: '`{name}` inneholder en lenke, eller tekst som ligner en lenke. Lenker skal aldri brukes i varsler.',
      nn: '`{name}` inneheld ei lenkje, eller tekst som liknar ei lenkje. Lenkjer skal aldri brukast i varsel.',
    },
    advised: {
      en: '`{name}` holds a link, or text that looks like one; frauds look just so, and readers are told not to follow it.',
      nb: '`{name}` inneholder en lenke, eller tekst som ligner en lenke. Slik ser svindel ut, og mottakere blir bedt om å la være å følge den.',
      nn: '`{name}` inneheld ei lenkje, eller tekst som liknar ei lenkje. Slik ser svindel ut, og mottakarar blir bedne om å la vere å følgje ho.',
    },
    nameTheSite: {
      en: 'Name the site instead',
      nb: 'Nevn nettstedet i stedet',
      nn: 'Nemn nettstaden i staden',
    },
  },
  checkValue(text, subject, tell) {
    const { value } = text
    const links = findLinks(value)
    if (links.length === 0) return
    const { path } = text
    const isRefused = subject.kind.purpose === 'correspondence'
    // One repair for the whole text: its links are replaced together or not at all.
    const edits = [{ kind: 'set', path, value: replaceLinks(value, languageOf(value, subject)) }] as const
    for (const { start, end } of links) {
      tell({
        sentence: isRefused ? 'refused' : 'advised',
        severity: isRefused ? 'error' : 'warning',
        path,
        data: { name: nameOf(path) },
        span: { start, end },
        fix: { title: 'nameTheSite', edits },
      })
    }
  },
})
