import { takesSms } from '../contact/phone-number.ts'
import { defineRule, nameOf, type RulePage } from '../rule.ts'
import { instantSmsExample, notificationExample, orderExample } from './examples.ts'

/** What the rule's page says and shows. */
export const phoneNumberTypePage: RulePage = {
  summary: {
    en: 'Send SMS to mobile numbers only.',
    nb: 'Send SMS bare til mobilnumre.',
    nn: 'Send SMS berre til mobilnummer.',
  },
  why: {
    en: 'A fixed line, a free-phone or a premium number is a valid number, so the API accepts it, but its networks do not deliver SMS: the message is never received, and the sender learns it from a status at best.',
    nb: 'Et fasttelefonnummer, et grønt nummer eller et teletorgnummer er gyldig, så API-et godtar det, men SMS blir ikke levert dit: meldingen kommer aldri fram, og avsenderen får i beste fall vite det av en status.',
    nn: 'Eit fasttelefonnummer, eit grønt nummer eller eit teletorgnummer er gyldig, så API-et godtek det, men SMS blir ikkje levert dit: meldinga kjem aldri fram, og avsendaren får i beste fall vite det av ein status.',
  },
  whenNotToUse: {
    en: 'Turn it off for an operator that delivers SMS to fixed lines as speech.',
    nb: 'Slå den av for en operatør som leser opp SMS på fasttelefoner.',
    nn: 'Slå han av for ein operatør som les opp SMS på fasttelefonar.',
  },
  examples: () => ({
    good: [
      instantSmsExample({}),
      instantSmsExample({ recipient: { phoneNumber: '+12125551234' } }),
      instantSmsExample({ recipient: { phoneNumber: '+46701234567' } }),
    ],
    bad: [
      instantSmsExample({ recipient: { phoneNumber: '+4722334455' } }),
      instantSmsExample({ recipient: { phoneNumber: '+4780012345' } }),
      notificationExample({ customRecipients: [{ mobileNumber: '+442079460000' }] }),
      orderExample({ recipient: { recipientSms: { phoneNumber: '004755900000', smsSettings: { body: 'Hei' } } } }),
    ],
  }),
}

export const phoneNumberType = defineRule({
  code: 'phone-number-type',
  severity: 'warning',
  roles: ['phone-number'],
  sentences: {
    noMobile: {
      en: '`{name}` is not a mobile number: an SMS to it is hardly ever delivered.',
      nb: '`{name}` er ikke et mobilnummer: en SMS dit blir nesten aldri levert.',
      nn: '`{name}` er ikkje eit mobilnummer: ein SMS dit blir nesten aldri levert.',
    },
  },
  checkValue(number, _subject, tell) {
    if (takesSms(number.value)) return
    const { path } = number
    tell({ sentence: 'noMobile', path, data: { name: nameOf(path) } })
  },
})
