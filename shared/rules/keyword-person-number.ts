import { messageRecipientKey } from '../contact/identity.ts'
import type { Path } from '../finding.ts'
import { memberPath, type Written } from '../reading/document.ts'
import { listedBy } from '../reading/listed-order.ts'
import { defineRule, nameOf, type RulePage, type Subject } from '../rule.ts'
import { SIGN } from '../text/signs.ts'
import { correspondenceExample, notificationExample, orderExample, smsOrderExample } from './examples.ts'

const NUMBER = 'recipientNumber'

/** The persons that a text is sent to, as far as the document names them. */
function personsOf({ within }: Written, subject: Subject): readonly Path[] {
  if (within?.role === 'recipient-party')
    return within.members.nationalIdentityNumber === undefined ? [] : [memberPath(within, 'nationalIdentityNumber')]
  if (within?.role === 'listed-order') return listedBy(subject, ['nationalIdentityNumber'])
  const view = subject.notifications.find(({ object }) => object === within)
  if (!view) return []
  const custom = view.recipients
    .filter(({ members }) => members.nationalIdentityNumber !== undefined)
    .map((recipient) => memberPath(recipient, 'nationalIdentityNumber'))
  if (view.object.members.overrideRegisteredContactInformation === true) return custom
  const main = subject.fields.filter(
    ({ role, value }) => role === 'message-recipient' && messageRecipientKey(value)?.startsWith('nin:'),
  )
  return [...main.map(({ path }) => path), ...custom]
}

/** What the rule's page says and shows. */
export const keywordPersonNumberPage: RulePage = {
  summary: {
    en: 'Use `$recipientNumber$` only where the recipient is an organisation.',
    nb: 'Bruk `$recipientNumber$` bare når mottakeren er en organisasjon.',
    nn: 'Bruk `$recipientNumber$` berre når mottakaren er ein organisasjon.',
  },
  why: {
    en: 'A national identity number is never put into a message: for a person the keyword becomes empty, and brackets or a colon around it are left behind.',
    nb: 'Et fødselsnummer settes aldri inn i en melding: for en person blir nøkkelordet tomt, og en parentes eller et kolon ved siden av blir stående igjen.',
    nn: 'Eit fødselsnummer blir aldri sett inn i ei melding: for ein person blir nøkkelordet tomt, og ein parentes eller eit kolon ved sida av blir ståande att.',
  },
  examples: () => ({
    good: [
      orderExample({ sms: { body: 'To $recipientName$ ($recipientNumber$)' } }),
      correspondenceExample({ notification: { emailBody: 'To $recipientNumber$' } }),
    ],
    bad: [
      notificationExample({
        emailBody: 'To $recipientName$ ($recipientNumber$)',
        customRecipients: [{ nationalIdentityNumber: '08900499559' }],
      }),
      correspondenceExample({ notification: { smsBody: 'To $recipientNumber$' }, recipients: ['08900499559'] }),
      smsOrderExample({ body: 'To $recipientNumber$', recipients: [{ nationalIdentityNumber: '08900499559' }] }),
    ],
  }),
}

export const keywordPersonNumber = defineRule({
  code: 'keyword-person-number',
  severity: 'information',
  purposes: ['order', 'correspondence'],
  roles: ['sms-body', 'email-subject', 'email-body'],
  signs: SIGN.dollar,
  sentences: {
    empty: {
      en: '`{name}` uses `{keyword}`, which becomes empty where the recipient is a person.',
      nb: '`{name}` bruker `{keyword}`, som blir tomt når mottakeren er en person.',
      nn: '`{name}` bruker `{keyword}`, som blir tomt når mottakaren er ein person.',
    },
    person: {
      en: 'This recipient is a person.',
      nb: 'Denne mottakeren er en person.',
      nn: 'Denne mottakaren er ein person.',
    },
  },
  checkValue(text, subject, tell) {
    const found = text.keywords.filter(({ written }) => written === NUMBER)
    if (found.length === 0) return
    const persons = personsOf(text, subject)
    if (persons.length === 0) return
    const { path } = text
    const related = persons.map((person) => ({ path: person, sentence: 'person' as const }))
    const data = { name: nameOf(path), keyword: `$${NUMBER}$` }
    for (const { start, end } of found) tell({ sentence: 'empty', path, data, span: { start, end }, related })
  },
})
