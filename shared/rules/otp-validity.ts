import { TIME_TO_LIVE_SECONDS } from '../limits.ts'
import { adviseTimeToLive } from '../reading/advised-time-to-live.ts'
import { findOneTimeCode } from '../reading/one-time-code.ts'
import { findValiditySeconds } from '../reading/validity.ts'
import { defineRule, nameOf, type RulePage, safe } from '../rule.ts'
import { instantSmsExample } from './examples.ts'

/** What is no time-to-live at all has been refused by others. */
const isTimeToLive = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= TIME_TO_LIVE_SECONDS.min && Number(value) <= TIME_TO_LIVE_SECONDS.max

/** What the rule's page says and shows. */
export const otpValidityPage: RulePage = {
  summary: {
    en: 'Try a one-time code for as long as the text says that it is valid.',
    nb: 'Forsøk å levere en engangskode så lenge teksten sier at den er gyldig.',
    nn: 'Prøv å levere ein eingongskode så lenge teksten seier at han er gyldig.',
  },
  why: {
    en: 'A code that arrives after it has expired is useless, and confuses a user who has asked for a new one. A code that is still valid after delivery was given up can be used only by a thief.',
    nb: 'En kode som kommer fram etter at den er utløpt, er verdiløs, og forvirrer den som har bedt om en ny. En kode som fortsatt er gyldig etter at leveringen er gitt opp, kan bare brukes av en tyv.',
    nn: 'Ein kode som kjem fram etter at han har gått ut, er verdilaus, og forvirrar den som har bede om ein ny. Ein kode som framleis er gyldig etter at leveringa er gitt opp, kan berre brukast av ein tjuv.',
  },
  examples: () => ({
    good: [
      instantSmsExample({}),
      instantSmsExample({ settings: { body: 'Koden din er 428516.' } }),
      instantSmsExample({
        recipient: { timeToLiveInSeconds: 3600 },
        settings: { body: 'Avtalen er gyldig i 2 minutter.' },
      }),
    ],
    bad: [
      instantSmsExample({
        recipient: { timeToLiveInSeconds: 300 },
        settings: { body: 'Engangskoden din er 428516. Den er gyldig i 2 minutter.' },
      }),
      instantSmsExample({
        recipient: { timeToLiveInSeconds: 60 },
        settings: { body: 'Eingongskoden er 428 516. Han er gyldig i fem minutt.' },
      }),
      instantSmsExample({
        recipient: { timeToLiveInSeconds: 900 },
        settings: { body: 'Your code is 428516. It expires in 10 minutes.' },
      }),
      instantSmsExample({
        recipient: { timeToLiveInSeconds: 60 },
        settings: { body: 'Tast inn koden 428516 innen et kvarter.' },
      }),
    ],
  }),
}

export const otpValidity = defineRule({
  code: 'otp-validity',
  severity: 'warning',
  purposes: ['instant'],
  looksAt: ['time-to-live'],
  sentences: {
    tooLong: {
      en: '`{name}` is {value:second|seconds}, but the text says that the code is valid for {seconds:second|seconds}: it may arrive too late.',
      nb: '`{name}` er {value:sekund|sekunder}, men teksten sier at koden er gyldig i {seconds:sekund|sekunder}: den kan komme fram for sent.',
      nn: '`{name}` er {value} sekund, men teksten seier at koden er gyldig i {seconds} sekund: han kan kome fram for seint.',
    },
    tooShort: {
      en: '`{name}` is {value:second|seconds}, but the text says that the code is valid for {seconds:second|seconds}: use the same time for both.',
      nb: '`{name}` er {value:sekund|sekunder}, men teksten sier at koden er gyldig i {seconds:sekund|sekunder}: la de to være like.',
      nn: '`{name}` er {value} sekund, men teksten seier at koden er gyldig i {seconds} sekund: lat dei to vere like.',
    },
    stated: { en: 'What the text says.', nb: 'Det teksten sier.', nn: 'Det teksten seier.' },
    toStated: {
      en: 'Set it to {seconds:second|seconds}',
      nb: 'Sett den til {seconds:sekund|sekunder}',
      nn: 'Set ho til {seconds:sekund|sekund}',
    },
  },
  *check({ fields, texts }) {
    const field = fields.find(({ role }) => role === 'time-to-live')
    const text = texts.find(({ role }) => role === 'sms-body')
    if (!field || !isTimeToLive(field.value) || !text) return
    const stated = findValiditySeconds(text.value)
    if (!stated || stated.seconds === field.value || !findOneTimeCode(text.value)) return
    const { seconds } = stated
    const isTooLong = field.value > seconds
    yield {
      sentence: isTooLong ? 'tooLong' : 'tooShort',
      severity: isTooLong ? 'warning' : 'information',
      path: field.path,
      data: { name: nameOf(field.path) },
      quotes: { value: field.value, seconds },
      related: [{ path: text.path, sentence: 'stated' }],
      // A code that is valid for longer than is wise, or for less than a phone needs, is put right in the text.
      repairs:
        adviseTimeToLive(texts, seconds) === seconds
          ? [safe('toStated', [{ kind: 'set', path: field.path, value: seconds }], { seconds })]
          : [],
    }
  },
})
