import { MEMBER_MAX_UNITS } from '../limits.ts'
import { memberPath } from '../reading/document.ts'
import { tellerOf } from '../reading/overlong.ts'
import { defineRule, type RulePage } from '../rule.ts'
import { correspondenceExample } from './examples.ts'

/** Altinn's numbers for the name of a file. docs/altinn/correspondence.md §8. */
const LENGTH_CODE = 2011
const CHARACTERS_CODE = 2012

const MOST = MEMBER_MAX_UNITS.name

/** A character that leads to another folder, or that no name has. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
const FORBIDDEN = /[\u0000-\u001f\u007f/]/

/** A name whose part before the ending ends in a way that Windows drops. */
const DROPPED_END = /[ .](?:\.[^.]*)?$/

const withFile = (fileName: string) =>
  correspondenceExample({
    correspondence: {
      content: { messageTitle: 'Vedtak', messageBody: 'Her er vedtaket.', attachments: [{ fileName }] },
    },
  })

/** What the rule's page says and shows. */
export const attachmentNamePage: RulePage = {
  summary: {
    en: 'Name a file in 255 characters at most, without `/`, and without a space or a dot at the end.',
    nb: 'Gi en fil et navn på høyst 255 tegn, uten `/` og uten mellomrom eller punktum på slutten.',
    nn: 'Gi ei fil eit namn på høgst 255 teikn, utan `/` og utan mellomrom eller punktum på slutten.',
  },
  why: {
    en: 'The recipient saves the file under this name. Altinn refuses a name that a folder cannot have.',
    nb: 'Mottakeren lagrer filen med dette navnet. Altinn avviser et navn som ikke kan stå i en mappe.',
    nn: 'Mottakaren lagrar fila med dette namnet. Altinn avviser eit namn som ikkje kan stå i ei mappe.',
  },
  examples: () => ({
    good: [withFile('vedtak.pdf'), withFile('Čáhci – "1".pdf'), withFile('.gitignore'), withFile('årsmelding')],
    bad: [
      withFile('2026/vedtak.pdf'),
      withFile('vedtak\n.pdf'),
      withFile('vedtak .pdf'),
      withFile('vedtak..pdf'),
      withFile('vedtak '),
      withFile(`${'a'.repeat(MOST)}.pdf`),
    ],
  }),
}

export const attachmentName = defineRule({
  code: 'attachment-name',
  severity: 'error',
  purposes: ['correspondence'],
  looksAt: ['attachment', 'overlong'],
  sentences: {
    tooLong: {
      en: '`{name}` must be {most} characters at most.',
      nb: '`{name}` må være på høyst {most} tegn.',
      nn: '`{name}` må vere på høgst {most} teikn.',
    },
    refused: {
      en: '`{name}` must not have `/` or control characters, nor a space or a dot at its end or before its ending.',
      nb: '`{name}` kan ikke ha `/` eller kontrolltegn, og ikke mellomrom eller punktum på slutten eller rett før filendelsen.',
      nn: '`{name}` kan ikkje ha `/` eller kontrollteikn, og ikkje mellomrom eller punktum på slutten eller rett før filendinga.',
    },
  },
  *check({ objects, overlong }) {
    const data = { name: 'fileName', most: MOST }
    for (const value of overlong)
      if (tellerOf(value) === 'attachment-name')
        yield { sentence: 'tooLong', path: value.path, data, altinnCode: LENGTH_CODE }
    for (const object of objects) {
      const { fileName } = object.members
      if (object.role !== 'attachment' || typeof fileName !== 'string' || fileName.trim() === '') continue
      if (!FORBIDDEN.test(fileName) && !DROPPED_END.test(fileName)) continue
      yield { sentence: 'refused', path: memberPath(object, 'fileName'), data, altinnCode: CHARACTERS_CODE }
    }
  },
})
