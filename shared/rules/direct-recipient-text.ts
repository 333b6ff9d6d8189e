import { CUSTOM_RECIPIENTS, type DirectAddress, directAddresses } from '../reading/custom-recipient.ts'
import { isWordless, phasesOf, textsOfChannel } from '../reading/needed-texts.ts'
import type { NotificationView, Phase, TextMember } from '../reading/notification.ts'
import { defineRule, type RulePage } from '../rule.ts'
import { ownTextExample } from './examples.ts'

/**
 * The texts that a direct address needs, that its channel does not require (`required-text` checks those), and that are
 * missing.
 */
function missingTexts(view: NotificationView, phase: Phase, { medium }: DirectAddress): readonly TextMember[] {
  const channel = view.channels[phase]
  const askedFor = channel ? textsOfChannel(phase, channel) : []
  return textsOfChannel(phase, medium === 'email' ? 'Email' : 'Sms').filter(
    (name) => !askedFor.includes(name) && isWordless(view.object.members[name]),
  )
}

/** What the rule's page says and shows. */
export const directRecipientTextPage: RulePage = {
  summary: {
    en: 'Write the text that a custom e-mail address or mobile number is sent, whatever the channel.',
    nb: 'Skriv teksten som en valgfri e-postadresse eller et mobilnummer får, uansett kanal.',
    nn: 'Skriv teksten som ei valfri e-postadresse eller eit mobilnummer får, uansett kanal.',
  },
  why: {
    en: 'The channel does not apply to a direct address: an e-mail address gets an e-mail and a number an SMS. Without that text the message itself is accepted, but its notification fails silently.',
    nb: 'Kanalen gjelder ikke for en direkte adresse: en e-postadresse får e-post og et nummer får SMS. Mangler den teksten, blir selve meldingen godtatt, men varselet feiler uten et ord.',
    nn: 'Kanalen gjeld ikkje for ei direkte adresse: ei e-postadresse får e-post og eit nummer får SMS. Manglar den teksten, blir sjølve meldinga godteken, men varselet feilar utan eit ord.',
  },
  examples: () => ({
    good: [
      ownTextExample({ notificationChannel: 'Sms', customRecipients: [{ emailAddress: 'ola.nordmann@example.com' }] }),
      ownTextExample({
        notificationTemplate: 'GenericAltinnMessage',
        emailBody: null,
        customRecipients: [{ emailAddress: 'ola.nordmann@example.com' }],
      }),
    ],
    bad: [
      ownTextExample({
        notificationChannel: 'Sms',
        emailSubject: null,
        customRecipients: [{ emailAddress: 'ola.nordmann@example.com' }],
      }),
      ownTextExample({
        notificationChannel: 'Email',
        smsBody: '',
        customRecipients: [{ mobileNumber: '+4799999999' }],
      }),
      ownTextExample({
        notificationChannel: 'Email',
        sendReminder: true,
        reminderEmailSubject: 'Reminder',
        reminderEmailBody: 'You still have a new letter.',
        customRecipients: [{ mobileNumber: '+4799999999' }],
      }),
    ],
  }),
}

export const directRecipientText = defineRule({
  code: 'direct-recipient-text',
  severity: 'error',
  purposes: ['correspondence'],
  looksAt: CUSTOM_RECIPIENTS,
  sentences: {
    email: {
      en: 'This address gets an e-mail, but {missing} {count?is|are} missing or blank.',
      nb: 'Denne adressen får en e-post, men {missing} mangler eller er {count?tom|tomme}.',
      nn: 'Denne adressa får ein e-post, men {missing} manglar eller er {count?tom|tomme}.',
    },
    sms: {
      en: 'This number gets an SMS, but {missing} {count?is|are} missing or blank.',
      nb: 'Dette nummeret får en SMS, men {missing} mangler eller er {count?tom|tomme}.',
      nn: 'Dette nummeret får ein SMS, men {missing} manglar eller er {count?tom|tomme}.',
    },
  },
  *check({ notifications, kind }) {
    for (const view of notifications) {
      if (view.ownText !== true || (view.isExcerpt && kind.name !== 'correspondence')) continue
      for (const address of directAddresses(view)) {
        for (const phase of phasesOf(view)) {
          const missing = missingTexts(view, phase, address)
          if (missing.length === 0) continue
          const data = { missing: missing.map((name) => `\`${name}\``).join(', '), count: missing.length }
          yield { sentence: address.medium, path: address.path, data }
        }
      }
    }
  },
})
