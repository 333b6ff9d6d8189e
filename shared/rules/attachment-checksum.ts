import { memberPath } from '../reading/document.ts'
import { defineRule, type RulePage, safe } from '../rule.ts'
import { correspondenceExample } from './examples.ts'

/** Hexadecimal digits of an MD5 checksum. docs/altinn/correspondence.md §8. */
const DIGITS = 32

const withChecksum = (checksum: string) =>
  correspondenceExample({
    correspondence: {
      content: {
        messageTitle: 'Vedtak',
        messageBody: 'Her er vedtaket.',
        attachments: [{ fileName: 'vedtak.pdf', checksum }],
      },
    },
  })

/** What the rule's page says and shows. */
export const attachmentChecksumPage: RulePage = {
  summary: {
    en: 'Write the MD5 checksum of a file as 32 hexadecimal digits in lower case, or leave it out.',
    nb: 'Skriv MD5-sjekksummen til en fil som 32 heksadesimale sifre med små bokstaver, eller utelat den.',
    nn: 'Skriv MD5-sjekksummen til ei fil som 32 heksadesimale siffer med små bokstavar, eller utelat han.',
  },
  why: {
    en: 'The checksum shows that the file came in whole. One of another length can never match, and Altinn reads no capitals.',
    nb: 'Sjekksummen viser at filen kom hel fram. En med en annen lengde kan aldri stemme, og Altinn leser ikke store bokstaver.',
    nn: 'Sjekksummen viser at fila kom heil fram. Ein med ei anna lengd kan aldri stemme, og Altinn les ikkje store bokstavar.',
  },
  examples: () => ({
    good: [withChecksum('d41d8cd98f00b204e9800998ecf8427e'), withChecksum('')],
    bad: [
      withChecksum('D41D8CD98F00B204E9800998ECF8427E'),
      withChecksum('d41d8cd9'),
      withChecksum('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'),
    ],
  }),
}

export const attachmentChecksum = defineRule({
  code: 'attachment-checksum',
  severity: 'error',
  purposes: ['correspondence'],
  looksAt: ['attachment'],
  sentences: {
    length: {
      en: '`{name}` must be an MD5 checksum of {most} digits, or left out; this one has {count}.',
      nb: '`{name}` må være en MD5-sjekksum på {most} sifre, eller utelates. Denne har {count}.',
      nn: '`{name}` må vere ein MD5-sjekksum på {most} siffer, eller utelatast. Denne har {count}.',
    },
    capitals: {
      en: '`{name}` must be written in lower case.',
      nb: '`{name}` må skrives med små bokstaver.',
      nn: '`{name}` må skrivast med små bokstavar.',
    },
    lower: {
      en: 'Write `{name}` in lower case',
      nb: 'Skriv `{name}` med små bokstaver',
      nn: 'Skriv `{name}` med små bokstavar',
    },
  },
  *check({ objects }) {
    for (const object of objects) {
      const { checksum } = object.members
      if (object.role !== 'attachment' || typeof checksum !== 'string' || checksum.trim() === '') continue
      const path = memberPath(object, 'checksum')
      const data = { name: 'checksum', most: DIGITS, count: checksum.length }
      const lower = checksum.toLowerCase()
      if (checksum.length !== DIGITS) yield { sentence: 'length', path, data }
      else if (checksum !== lower)
        yield {
          sentence: 'capitals',
          path,
          data,
          repairs: [safe('lower', [{ kind: 'set', path, value: lower }], data)],
        }
    }
  },
})
