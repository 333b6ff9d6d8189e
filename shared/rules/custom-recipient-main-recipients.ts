import { memberPath } from '../reading/document.ts'
import { defineRule, type RulePage } from '../rule.ts'
import { correspondenceExample } from './examples.ts'

/** Altinn's number for the same refusal. docs/altinn/correspondence.md §2.1. */
const ALTINN_CODE = 3017

const CUSTOM = { customRecipients: [{ emailAddress: 'ola.nordmann@example.com' }] }

/** What the rule's page says and shows. */
export const customRecipientMainRecipientsPage: RulePage = {
  summary: {
    en: 'Use custom recipients only in a message to one recipient.',
    nb: 'Bruk valgfrie mottakere bare i en melding til én mottaker.',
    nn: 'Bruk valfrie mottakarar berre i ei melding til éin mottakar.',
  },
  why: {
    en: 'Each recipient gets a message of its own. It would be unclear which of these messages the custom recipients are notified of, so the request is refused.',
    nb: 'Hver mottaker får sin egen melding. Det ville ikke være klart hvilken av dem de valgfrie mottakerne blir varslet om, så forespørselen blir avvist.',
    nn: 'Kvar mottakar får si eiga melding. Det ville ikkje vere klart kva for ei av dei dei valfrie mottakarane blir varsla om, så førespurnaden blir avvist.',
  },
  examples: () => ({
    good: [
      correspondenceExample({ notification: CUSTOM }),
      correspondenceExample({ recipients: ['0192:991825827', '0192:313756270'] }),
    ],
    bad: [
      correspondenceExample({ notification: CUSTOM, recipients: ['0192:991825827', '0192:313756270'] }),
      correspondenceExample({
        notification: { customRecipient: { mobileNumber: '+4799999999' } },
        recipients: ['0192:991825827', '08900499559'],
      }),
    ],
  }),
}

export const customRecipientMainRecipients = defineRule({
  code: 'custom-recipient-main-recipients',
  severity: 'error',
  purposes: ['correspondence'],
  looksAt: ['message-recipients'],
  sentences: {
    severalMain: {
      en: '`{name}` needs a message with one recipient, but this one has {count}.',
      nb: '`{name}` krever at meldingen har én mottaker, men denne har {count}.',
      nn: '`{name}` krev at meldinga har éin mottakar, men denne har {count}.',
    },
    main: {
      en: 'The recipients of the message.',
      nb: 'Mottakerne av meldingen.',
      nn: 'Mottakarane av meldinga.',
    },
  },
  *check({ notifications, fields }) {
    const main = fields.find(({ role }) => role === 'message-recipients')
    const count = Array.isArray(main?.value) ? main.value.length : 0
    if (!main || count < 2) return
    for (const { object, recipientMember } of notifications) {
      if (!recipientMember) continue
      yield {
        sentence: 'severalMain',
        path: memberPath(object, recipientMember),
        data: { name: recipientMember, count },
        related: [{ path: main.path, sentence: 'main' }],
        altinnCode: ALTINN_CODE,
      }
    }
  },
})
