import { LANGUAGES, type Language } from '@straks/shared'
import { renderNotification, type TemplatedNotification, templateLanguage } from '@straks/shared/templates'
import { expandKeywords, SAMPLE_VALUES } from '@straks/shared/text'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const generic = (parts: Partial<TemplatedNotification> = {}) =>
  renderNotification({ template: 'GenericAltinnMessage', language: 'nb', phase: 'main', texts: {}, ...parts })

const custom = (texts: TemplatedNotification['texts']) =>
  renderNotification({ template: 'CustomMessage', language: 'nb', phase: 'main', texts })

/** The sentences of the documents, a token `FRIST` in the place of the sender's words. */
const DOCUMENTED: Readonly<Record<Language, Readonly<Record<'main' | 'reminder', readonly [string, string]>>>> = {
  nb: {
    main: [
      'En melding har blitt mottatt i Altinn FRIST',
      'Hei. $correspondenceRecipientName$ har mottatt en ny melding fra $sendersName$. FRIST Logg deg inn i Altinn for å se denne meldingen.',
    ],
    reminder: [
      'Påminnelse - en melding har blitt mottatt i Altinn FRIST',
      'Hei. Dette er en påminnelse om at $correspondenceRecipientName$ har mottatt en ny melding fra $sendersName$. FRIST Logg deg inn i Altinn for å se denne meldingen.',
    ],
  },
  nn: {
    main: [
      'Ein melding har blitt motteke i Altinn FRIST',
      'Hei. $correspondenceRecipientName$ har motteke ei ny melding frå $sendersName$. FRIST Logg deg inn i Altinn for å sjå denne meldinga.',
    ],
    reminder: [
      'Påminning - ein melding har blitt motteke i Altinn FRIST',
      'Hei. Dette er ei påminning om at $correspondenceRecipientName$ har motteke ei ny melding frå $sendersName$. FRIST Logg deg inn i Altinn for å sjå denne meldinga.',
    ],
  },
  en: {
    main: [
      'A message has been received in Altinn FRIST',
      'Hello. $correspondenceRecipientName$ has received a new message from $sendersName$. FRIST Log in to Altinn to see this message.',
    ],
    reminder: [
      'Reminder - a message has been received in Altinn FRIST',
      'Hello. This is a reminder that $correspondenceRecipientName$ has received a new message from $sendersName$. FRIST Log in to Altinn to see this message.',
    ],
  },
}

const CASES = LANGUAGES.flatMap((language) =>
  (['main', 'reminder'] as const).map((phase) => [language, phase] as const),
)

describe('a generic notification', () => {
  it.each(CASES)('says what Altinn says, in %s, %s', (language, phase) => {
    const [subject, text] = DOCUMENTED[language][phase]
    const texts = { subject: 'FRIST', body: 'FRIST', sms: 'FRIST' }
    expect(generic({ language, phase, texts })).toEqual({ subject, body: text, sms: text })
  })

  it.each(CASES)('keeps the space of words that are missing, in %s, %s', (language, phase) => {
    const [subject, text] = DOCUMENTED[language][phase]
    const bare = { subject: subject.replace(' FRIST', ''), text: text.replace('FRIST', '') }
    expect(bare.text).toContain('.  Log')
    expect(generic({ language, phase })).toEqual({ subject: bare.subject, body: bare.text, sms: bare.text })
    expect(generic({ language, phase, texts: { subject: '', body: '', sms: '' } })).toEqual(
      generic({ language, phase }),
    )
  })

  it('takes each text from its own member', () => {
    const { subject, body, sms } = generic({ texts: { subject: 'EMNE', body: 'BREV', sms: 'KORT' } })
    expect([subject, body, sms].map((text) => /EMNE|BREV|KORT/.exec(text)?.[0])).toEqual(['EMNE', 'BREV', 'KORT'])
  })

  it('keeps the spaces around words in the middle of a text', () => {
    expect(generic({ texts: { sms: ' Husk frist. ' } }).sms).toContain('$sendersName$.  Husk frist.  Logg')
  })
})

describe('a message of one’s own', () => {
  it('is what was written, without blanks at its ends', () => {
    const texts = { subject: ' Nytt brev\n', body: '\t<p>Hei </p> ', sms: 'Hei  du' }
    expect(custom(texts)).toEqual({ subject: 'Nytt brev', body: '<p>Hei </p>', sms: 'Hei  du' })
  })

  it('is empty where nothing was written', () => {
    expect(custom({ sms: '  ' })).toEqual({ subject: '', body: '', sms: '' })
  })
})

it('fills in words once: a token or a sign of replacement in them stays as it is', () => {
  expect(custom({ sms: "{textToken} $& $' $1 {textToken}" }).sms).toBe("{textToken} $& $' $1 {textToken}")
  expect(generic({ texts: { sms: '{textToken}$&' } }).sms).toContain('. {textToken}$& Logg')
})

it('holds any words whole, whatever they are', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...LANGUAGES), (words, language) => {
      expect(custom({ sms: words }).sms).toBe(words.trim())
      expect(generic({ language, texts: { body: words } }).body).toContain(`. ${words} Log`)
    }),
  )
})

it('leaves keywords for afterwards, those in the sender’s words too', () => {
  const { sms } = generic({ language: 'en', texts: { sms: 'Ask $sendersName$.' } })
  expect(expandKeywords(sms, SAMPLE_VALUES)).toBe(
    'Hello. Nordmann Bakeri AS has received a new message from Testdepartementet. Ask Testdepartementet. Log in to Altinn to see this message.',
  )
})

it.each([
  ['nn', 'nn'],
  ['EN', 'en'],
  ['Nb', 'nb'],
  [undefined, 'nb'],
  ['', 'nb'],
  ['  ', 'nb'],
  ['sv', 'nb'],
] as const)('speaks to a message in %j in %s', (written, language) => {
  expect(templateLanguage(written)).toBe(language)
})
