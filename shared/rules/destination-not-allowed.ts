import { guessNorwegianMobile, isPaidFor, parsePhoneNumber } from '../contact/phone-number.ts'
import { isInCountries } from '../contact/sms-country.ts'
import { defineRule, nameOf, type RulePage } from '../rule.ts'
import { correspondenceExample, instantSmsExample, orderExample } from './examples.ts'

const smsTo = (phoneNumber: string) =>
  orderExample({ recipient: { recipientSms: { phoneNumber, smsSettings: { body: 'Du har fått et brev.' } } } })

const notifying = (mobileNumber: string) =>
  correspondenceExample({ notification: { notificationChannel: 'Sms', customRecipients: [{ mobileNumber }] } })

/** What the rule's page says and shows. */
export const destinationNotAllowedPage: RulePage = {
  summary: {
    en: 'Send SMS only to the countries that the service allows your organisation.',
    nb: 'Send SMS bare til land som tjenesten tillater for organisasjonen din.',
    nn: 'Send SMS berre til land som tenesta tillèt for organisasjonen din.',
  },
  why: {
    en: 'Fraudsters make forms send codes to expensive numbers abroad, and are paid for each. So the operator of the service lists the countries that SMS may go to; their premium numbers are refused too. The setting is `FENCES`; with the same `smsCountries` in `straks.config.json`, editor and terminal show this rule too.',
    nb: 'Svindlere får skjemaer til å sende koder til dyre numre i utlandet, og tjener på hver av dem. Derfor fører den som drifter tjenesten opp landene SMS kan sendes til; teletorgnumrene der avvises også. Innstillingen er `FENCES`. Med de samme `smsCountries` i `straks.config.json` viser også editor og terminal regelen.',
    nn: 'Svindlarar får skjema til å sende kodar til dyre nummer i utlandet, og tener på kvar av dei. Difor fører den som driftar tenesta opp landa SMS kan sendast til; teletorgnummera der blir òg avviste. Innstillinga er `FENCES`. Med dei same `smsCountries` i `straks.config.json` viser også editor og terminal regelen.',
  },
  examples: () => ({
    good: [instantSmsExample({}), smsTo('+4799999999'), notifying('99999999')],
    bad: [
      instantSmsExample({ recipient: { phoneNumber: '+88216123456' } }),
      smsTo('+233242426224'),
      notifying('+233242426224'),
      instantSmsExample({ recipient: { phoneNumber: '+4782912345' } }),
    ],
  }),
}

export const destinationNotAllowed = defineRule({
  code: 'destination-not-allowed',
  severity: 'error',
  roles: ['phone-number'],
  sentences: {
    country: {
      en: '`{name}` is in a country that SMS may not be sent to.',
      nb: '`{name}` er i et land som SMS ikke kan sendes til.',
      nn: '`{name}` er i eit land som SMS ikkje kan sendast til.',
    },
    premium: {
      en: '`{name}` is a premium number, whose owner is paid for each message: SMS may not be sent to it.',
      nb: '`{name}` er et teletorgnummer, som eieren får betalt for hver melding til: SMS kan ikke sendes dit.',
      nn: '`{name}` er eit teletorgnummer, som eigaren får betalt for kvar melding til: SMS kan ikkje sendast dit.',
    },
  },
  checkValue(destination, { context }, tell) {
    const countries = context?.smsCountries
    if (!countries) return
    const parsed = parsePhoneNumber(destination.value)
    const number = parsed.ok ? parsed.value : guessNorwegianMobile(destination.value)
    // What is no number has a finding of its own.
    if (number === undefined) return
    const isAbroad = !isInCountries(number, countries)
    if (!isAbroad && !isPaidFor(number)) return
    const { path } = destination
    tell({ sentence: isAbroad ? 'country' : 'premium', path, data: { name: nameOf(path) } })
  },
})
