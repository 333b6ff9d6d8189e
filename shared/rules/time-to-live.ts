import type { Edit } from '../finding.ts'
import { ONE_TIME_CODE_TIME_TO_LIVE_SECONDS, TIME_TO_LIVE_SECONDS } from '../limits.ts'
import { adviseTimeToLive, statedSeconds } from '../reading/advised-time-to-live.ts'
import { findOneTimeCode } from '../reading/one-time-code.ts'
import { defineRule, type RulePage, safe, suggested } from '../rule.ts'
import { instantSmsExample } from './examples.ts'

const { min, max } = TIME_TO_LIVE_SECONDS
const advised = ONE_TIME_CODE_TIME_TO_LIVE_SECONDS

/** What the rule's page says and shows. */
export const timeToLivePage: RulePage = {
  summary: {
    en: 'Give a time-to-live between 1 second and 48 hours; 60 seconds or more gives a phone time to answer, and a one-time code needs no more than 300 seconds.',
    nb: 'Oppgi en levetid mellom 1 sekund og 48 timer. 60 sekunder eller mer gir telefonen tid til å svare, og en engangskode trenger ikke mer enn 300 sekunder.',
    nn: 'Oppgi ei levetid mellom 1 sekund og 48 timar. 60 sekund eller meir gir telefonen tid til å svare, og ein eingongskode treng ikkje meir enn 300 sekund.',
  },
  why: {
    en: 'The time-to-live is how long delivery is tried. With none the message expires at once; operators keep no message longer than 48 hours; and below a minute, a phone that is out of coverage for a moment never gets it.',
    nb: 'Levetiden er hvor lenge levering forsøkes. Uten levetid utløper meldingen med det samme, operatørene beholder ingen melding lenger enn 48 timer, og under ett minutt når den aldri en telefon som er uten dekning et øyeblikk.',
    nn: 'Levetida er kor lenge levering blir forsøkt. Utan levetid går meldinga ut med det same, operatørane tek ikkje vare på noka melding lenger enn 48 timar, og under eitt minutt når ho aldri ein telefon som er utan dekning eit augeblikk.',
  },
  examples: () => ({
    good: [
      instantSmsExample({}),
      instantSmsExample({
        recipient: { timeToLiveInSeconds: 172_800 },
        settings: { body: 'The road is open again.' },
      }),
    ],
    bad: [
      instantSmsExample({ recipient: { timeToLiveInSeconds: 0 } }),
      instantSmsExample({ recipient: { timeToLiveInSeconds: -5 } }),
      instantSmsExample({ recipient: { timeToLiveInSeconds: 172_801 } }),
      instantSmsExample({ recipient: { timeToLiveInSeconds: 30 } }),
      instantSmsExample({ recipient: { timeToLiveInSeconds: 900 }, settings: { body: 'Your code is 428516.' } }),
    ],
  }),
}

export const timeToLive = defineRule({
  code: 'time-to-live',
  severity: 'error',
  looksAt: ['time-to-live'],
  sentences: {
    outOfRange: {
      en: '`{name}` is {value:second|seconds}; it must be from {min} to {max} seconds (48 hours).',
      nb: '`{name}` er {value:sekund|sekunder}, men må være fra {min} til {max} sekunder (48 timer).',
      nn: '`{name}` er {value:sekund|sekund}, men må vere frå {min} til {max} sekund (48 timar).',
    },
    short: {
      en: '`{name}` is {value:second|seconds}; below {advised} seconds, a phone that is briefly out of coverage never gets the message.',
      nb: '`{name}` er {value:sekund|sekunder}. Under {advised} sekunder når meldingen aldri en telefon som er uten dekning en liten stund.',
      nn: '`{name}` er {value} sekund. Under {advised} sekund når meldinga aldri ein telefon som er utan dekning ei lita stund.',
    },
    long: {
      en: '`{name}` is {value} seconds; for a one-time code, {most} seconds or less is usual, so that a thief has little time.',
      nb: '`{name}` er {value} sekunder. For en engangskode er høyst {most} sekunder vanlig, så en tyv får dårlig tid.',
      nn: '`{name}` er {value} sekund. For ein eingongskode er høgst {most} sekund vanleg, så ein tjuv får dårleg tid.',
    },
    toNearest: {
      en: 'Set it to {value:second|seconds}',
      nb: 'Sett den til {value:sekund|sekunder}',
      nn: 'Set ho til {value:sekund|sekund}',
    },
  },
  *check({ fields, texts }) {
    for (const { role, path, value } of fields) {
      if (role !== 'time-to-live' || typeof value !== 'number' || !Number.isInteger(value)) continue
      const isLong = value > advised.max && texts.some((text) => findOneTimeCode(text.value))
      // Of nearly every message there is nothing to say: what is wise is read from its text only where there is.
      if (value >= advised.min && value <= max && !isLong) continue
      const data = { name: String(path.at(-1)), min, max, advised: advised.min, most: advised.max }
      const quotes = { value }
      const nearest = adviseTimeToLive(texts, value)
      const edits: readonly Edit[] = [{ kind: 'set', path, value: nearest }]
      const words = { value: nearest }
      if (value < min || value > max) {
        yield { sentence: 'outOfRange', path, data, quotes, repairs: [safe('toNearest', edits, words)] }
        continue
      }
      // What follows the text to the letter is not made to differ from it.
      const followsText = value === statedSeconds(texts)
      if (value < advised.min) {
        const repairs = followsText ? [] : [safe('toNearest', edits, words)]
        yield { sentence: 'short', severity: 'warning', path, data, quotes, repairs }
      } else {
        const repairs = followsText ? [] : [suggested('toNearest', edits, words)]
        yield { sentence: 'long', severity: 'information', path, data, quotes, repairs }
      }
    }
  },
})
