import { memberPath } from '../reading/document.ts'
import { parseMoment } from '../reading/moment.ts'
import { MOMENT_SENTENCES } from '../reading/moment-sentences.ts'
import { defineRule, type RulePage } from '../rule.ts'
import { correspondenceExample } from './examples.ts'

/** Altinn's number for a message that is due before it is published. */
const DUE_BEFORE_CODE = 1009

/** What the rule's page says and shows. */
export const messageTimePage: RulePage = {
  summary: {
    en: 'Give the times of a message with their time zone, and let it be due after it is published.',
    nb: 'Oppgi tidspunktene i en melding med tidssone, og la fristen komme etter publiseringen.',
    nn: 'Oppgi tidspunkta i ei melding med tidssone, og la fristen kome etter publiseringa.',
  },
  why: {
    en: 'A moment without a zone is one hour here and another there, and nobody can answer in time what is not there yet.',
    nb: 'Et tidspunkt uten sone er ett klokkeslett her og et annet der, og ingen kan svare i tide på det som ikke er publisert.',
    nn: 'Eit tidspunkt utan sone er eitt klokkeslett her og eit anna der, og ingen kan svare i tide på det som ikkje er publisert.',
  },
  examples: () => ({
    good: [
      correspondenceExample({ correspondence: { requestedPublishTime: '2099-12-01T09:00:00Z' } }),
      correspondenceExample({
        correspondence: { requestedPublishTime: '2099-12-01T09:00:00+01:00', dueDateTime: '2099-12-01T08:00:00Z' },
      }),
    ],
    bad: [
      correspondenceExample({ correspondence: { requestedPublishTime: '2099-12-01T09:00:00' } }),
      correspondenceExample({ correspondence: { requestedPublishTime: '2099-02-31T09:00:00Z' } }),
      correspondenceExample({ correspondence: { dueDateTime: 'tomorrow' } }),
      correspondenceExample({
        correspondence: { requestedPublishTime: '2099-12-01T09:00:00Z', dueDateTime: '2099-12-01T09:00:00+01:00' },
      }),
    ],
  }),
}

export const messageTime = defineRule({
  code: 'message-time',
  severity: 'error',
  purposes: ['correspondence'],
  looksAt: ['message'],
  sentences: {
    ...MOMENT_SENTENCES,
    dueBefore: {
      en: '`{name}` is before the message is published.',
      nb: '`{name}` er før meldingen blir publisert.',
      nn: '`{name}` er før meldinga blir publisert.',
    },
    published: { en: 'It is published then.', nb: 'Den blir publisert da.', nn: 'Ho blir publisert då.' },
  },
  *check({ objects }) {
    for (const object of objects) {
      if (object.role !== 'message') continue
      const times = new Map<string, number>()
      for (const name of ['requestedPublishTime', 'dueDateTime']) {
        const value = object.members[name]
        if (typeof value !== 'string') continue
        const moment = parseMoment(value)
        if (moment.ok) times.set(name, moment.value)
        else {
          yield { sentence: moment.failure, path: memberPath(object, name), data: { name } }
        }
      }
      const [published, due] = [times.get('requestedPublishTime'), times.get('dueDateTime')]
      if (published === undefined || due === undefined || due >= published) continue
      yield {
        sentence: 'dueBefore',
        path: memberPath(object, 'dueDateTime'),
        data: { name: 'dueDateTime' },
        related: [{ path: memberPath(object, 'requestedPublishTime'), sentence: 'published' }],
        altinnCode: DUE_BEFORE_CODE,
      }
    }
  },
})
