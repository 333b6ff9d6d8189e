import { defineRule, nameOf, type RulePage, suggested } from '../rule.ts'
import { SIGN } from '../text/signs.ts'
import { notificationExample, ownTextExample } from './examples.ts'

/** The place in Altinn's own texts that the sender's words fill; with it go the spaces after it. */
const TOKEN = /\{{1,2}[ \t]{0,3}textToken[ \t]{0,3}\}{1,2}[ \t]{0,3}/gi

/** What the rule's page says and shows. */
export const textTokenPage: RulePage = {
  summary: {
    en: 'Write your own words only, without `{textToken}`.',
    nb: 'Skriv bare dine egne ord, uten `{textToken}`.',
    nn: 'Skriv berre dine eigne ord, utan `{textToken}`.',
  },
  why: {
    en: "In the guide `{textToken}` shows where your words go into Altinn's text. Altinn puts them there by itself. Written in your own text, the token stays, and the recipient reads it.",
    nb: 'I veiledningen viser `{textToken}` hvor ordene dine settes inn i Altinns tekst. Altinn setter dem inn selv. Står det i din egen tekst, blir det stående, og mottakeren leser det.',
    nn: 'I rettleiinga viser `{textToken}` kvar orda dine blir sette inn i teksten til Altinn. Altinn set dei inn sjølv. Står det i din eigen tekst, blir det ståande, og mottakaren les det.',
  },
  examples: () => ({
    good: [notificationExample({ emailBody: 'Fristen er 1. mai.' }), ownTextExample({})],
    bad: [
      notificationExample({ emailSubject: '{textToken}' }),
      notificationExample({ emailBody: 'Hei. {textToken} Logg deg inn i Altinn.' }),
      ownTextExample({ smsBody: 'Du har fått et brev. {texttoken}' }),
    ],
  }),
}

export const textToken = defineRule({
  code: 'text-token',
  severity: 'warning',
  purposes: ['correspondence'],
  roles: ['sms-body', 'email-subject', 'email-body'],
  signs: SIGN.closeBrace,
  sentences: {
    literal: {
      en: '`{name}` contains the word `textToken` in braces, which is not replaced: the recipient reads it.',
      nb: '`{name}` inneholder ordet `textToken` i krøllparentes, som ikke blir erstattet: mottakeren leser det.',
      nn: '`{name}` inneheld ordet `textToken` i krøllparentes, som ikkje blir erstatta: mottakaren les det.',
    },
    remove: { en: 'Remove it', nb: 'Fjern det', nn: 'Fjern det' },
  },
  checkValue(text, _subject, tell) {
    const { value } = text
    const { path } = text
    for (const { 0: whole, index } of value.matchAll(TOKEN)) {
      const token = whole.trim()
      const edit = { kind: 'replace', path, span: { start: index, end: index + whole.length }, text: '' } as const
      tell({
        sentence: 'literal',
        path,
        data: { name: nameOf(path) },
        span: { start: index, end: index + token.length },
        repairs: value.trim() === token ? [] : [suggested('remove', [edit])],
      })
    }
  },
})
