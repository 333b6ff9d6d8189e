import { memberPath } from '../reading/document.ts'
import { defineRule, type RulePage, suggested } from '../rule.ts'
import { notificationExample } from './examples.ts'

/** Altinn's number for the same refusal. docs/altinn/correspondence.md §2.1. */
const ALTINN_CODE = 3022

/** What the rule's page says and shows. */
export const overrideWithoutCustomRecipientsPage: RulePage = {
  summary: {
    en: 'Set `overrideRegisteredContactInformation` only together with custom recipients.',
    nb: 'Sett `overrideRegisteredContactInformation` bare sammen med valgfrie mottakere.',
    nn: 'Set `overrideRegisteredContactInformation` berre saman med valfrie mottakarar.',
  },
  why: {
    en: 'It leaves out the recipient of the message. Without a custom recipient no one would be notified, so it is refused.',
    nb: 'Feltet utelater mottakeren av meldingen. Uten valgfrie mottakere ville ingen bli varslet, så forespørselen blir avvist.',
    nn: 'Feltet utelèt mottakaren av meldinga. Utan valfrie mottakarar ville ingen bli varsla, så førespurnaden blir avvist.',
  },
  examples: () => ({
    good: [
      notificationExample({
        overrideRegisteredContactInformation: true,
        customRecipients: [{ organizationNumber: '991825827' }],
      }),
      notificationExample({
        overrideRegisteredContactInformation: true,
        customRecipient: { organizationNumber: '991825827' },
      }),
      notificationExample({ overrideRegisteredContactInformation: false }),
    ],
    bad: [
      notificationExample({ overrideRegisteredContactInformation: true }),
      notificationExample({ overrideRegisteredContactInformation: true, customRecipients: [] }),
    ],
  }),
}

export const overrideWithoutCustomRecipients = defineRule({
  code: 'override-without-custom-recipients',
  severity: 'error',
  purposes: ['correspondence'],
  looksAt: ['notification'],
  sentences: {
    none: {
      en: '`{name}` is `true`, but there are no `customRecipients`: no one would be notified.',
      nb: '`{name}` er `true`, men det finnes ingen `customRecipients`: ingen ville bli varslet.',
      nn: '`{name}` er `true`, men det finst ingen `customRecipients`: ingen ville bli varsla.',
    },
    remove: {
      en: 'Notify the recipient of the message',
      nb: 'Varsle mottakeren av meldingen',
      nn: 'Varsle mottakaren av meldinga',
    },
  },
  *check({ notifications }) {
    for (const { object, recipientMember, recipients } of notifications) {
      if (object.members.overrideRegisteredContactInformation !== true) continue
      const hasOnlyEmptyLists = recipientMember === 'customNotificationRecipients' && recipients.length === 0
      if (recipientMember && !hasOnlyEmptyLists) continue
      const path = memberPath(object, 'overrideRegisteredContactInformation')
      yield {
        sentence: 'none',
        path,
        data: { name: 'overrideRegisteredContactInformation' },
        repairs: [suggested('remove', [{ kind: 'remove', path }])],
        altinnCode: ALTINN_CODE,
      }
    }
  },
})
