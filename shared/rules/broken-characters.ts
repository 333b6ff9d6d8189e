import { defineRule, nameOf, type OfferedRepair, type RulePage, suggested } from '../rule.ts'
import { type Damage, findCharacterReferences, findMojibake } from '../text/mojibake.ts'
import { SIGN } from '../text/signs.ts'
import { instantEmailExample, instantSmsExample, notificationExample } from './examples.ts'

type Sentence = 'mojibake' | 'mark' | 'lost' | 'reference' | 'mend'

/** Damages of one text that are told; a text in the wrong encoding has one in each word. */
const TOLD_MAX = 20

function sentenceOf({ meant }: Damage): Sentence {
  if (meant === undefined) return 'lost'
  return meant === '' ? 'mark' : 'mojibake'
}

/** What the rule's page says and shows. */
export const brokenCharactersPage: RulePage = {
  summary: {
    en: 'Write letters as they are, in UTF-8.',
    nb: 'Skriv bokstavene som de er, i UTF-8.',
    nn: 'Skriv bokstavane som dei er, i UTF-8.',
  },
  why: {
    en: '"SÃ¸knaden" is "Søknaden" in UTF-8, read as another encoding by a program on the way. `&oslash;` is a letter in HTML only. Both are sent as they are, and one such character makes an SMS cost more than twice as much.',
    nb: '«SÃ¸knaden» er «Søknaden» i UTF-8, lest som en annen koding av et program på veien. `&oslash;` er en bokstav bare i HTML. Begge deler sendes slik de er, og ett slikt tegn gjør en SMS mer enn dobbelt så dyr.',
    nn: '«SÃ¸knaden» er «Søknaden» i UTF-8, lese som ei anna koding av eit program på vegen. `&oslash;` er ein bokstav berre i HTML. Begge delar blir sende slik dei er, og eitt slikt teikn gjer ein SMS meir enn dobbelt så dyr.',
  },
  examples: () => ({
    good: [
      instantSmsExample({ settings: { body: 'Søknaden din på «Å» er mottatt – takk for det.' } }),
      instantEmailExample({ settings: { body: '<p>S&oslash;knad</p>', contentType: 'Html' } }),
    ],
    bad: [
      instantSmsExample({ settings: { body: 'SÃ¸knaden er mottatt' } }),
      notificationExample({ emailBody: 'Vi har mottatt sÃ¸knaden â€“ takk.' }),
      notificationExample({ emailSubject: 'S\ufffdknaden' }),
      instantSmsExample({ settings: { body: 'S&oslash;knaden er mottatt' } }),
    ],
  }),
}

export const brokenCharacters = defineRule<Sentence>({
  code: 'broken-characters',
  severity: 'warning',
  roles: ['sms-body', 'email-subject', 'email-body', 'sms-sender'],
  signs: SIGN.damage | SIGN.ampersand | SIGN.backslash | SIGN.equals,
  sentences: {
    mojibake: {
      en: '`{name}` contains `{written}`, which is `{meant}` in the wrong encoding.',
      nb: '`{name}` inneholder `{written}`, som er `{meant}` i feil koding.',
      nn: '`{name}` inneheld `{written}`, som er `{meant}` i feil koding.',
    },
    mark: {
      en: '`{name}` contains `{written}`, the byte-order mark of a file; remove it.',
      nb: '`{name}` inneholder `{written}`, merket for byterekkefølge (BOM) fra en fil. Fjern det.',
      nn: '`{name}` inneheld `{written}`, merket for byterekkjefølgje (BOM) frå ei fil. Fjern det.',
    },
    lost: {
      en: '`{name}` contains a character that was lost in a wrong encoding; write it again.',
      nb: '`{name}` inneholder et tegn som er gått tapt i feil koding. Skriv det på nytt.',
      nn: '`{name}` inneheld eit teikn som har gått tapt i feil koding. Skriv det på nytt.',
    },
    reference: {
      en: '`{name}` contains `{written}`, which is a character in HTML only; here it is read letter by letter.',
      nb: '`{name}` inneholder `{written}`, som bare er et tegn i HTML. Her leses det bokstav for bokstav.',
      nn: '`{name}` inneheld `{written}`, som berre er eit teikn i HTML. Her blir det lese bokstav for bokstav.',
    },
    mend: { en: 'Write the characters themselves', nb: 'Skriv selve tegnene', nn: 'Skriv sjølve teikna' },
  },
  checkValue(text, _subject, tell) {
    const { value } = text
    const { path, role } = text
    const spoilt = findMojibake(value)
    // In a body `html-content-type` tells of HTML that is sent as plain text.
    const references = role === 'email-body' ? [] : findCharacterReferences(value)
    if (spoilt.length === 0 && references.length === 0) return
    const edits = [...spoilt, ...references].flatMap(({ start, end, meant }) =>
      meant === undefined ? [] : [{ kind: 'replace', path, span: { start, end }, text: meant } as const],
    )
    const repairs: readonly OfferedRepair<Sentence>[] = edits.length > 0 ? [suggested('mend', edits)] : []
    const report = (sentence: Sentence, { start, end, meant }: Damage): void => {
      const quotes = { written: value.slice(start, end), ...(meant !== undefined && { meant }) }
      const data = { name: nameOf(path) }
      tell({ sentence, path, data, quotes, span: { start, end }, repairs: meant === undefined ? [] : repairs })
    }
    for (const one of spoilt.slice(0, TOLD_MAX)) report(sentenceOf(one), one)
    for (const one of references.slice(0, TOLD_MAX)) report('reference', one)
  },
})
