import { memberPath } from '../reading/document.ts'
import { parseMomentInUtc } from '../reading/moment.ts'
import { MOMENT_SENTENCES } from '../reading/moment-sentences.ts'
import { defineRule, type RulePage, safe } from '../rule.ts'
import { correspondenceExample } from './examples.ts'

/** Altinn's number for a message that is due in the past. */
const PAST_CODE = 1008

/** Altinn's number for a message that is due before it is published. */
const DUE_BEFORE_CODE = 1009

/** What the rule's page says and shows. */
export const messageTimePage: RulePage = {
  summary: {
    en: 'Give the times of a message with their time zone, and let it be due after it is published, and in the future.',
    nb: 'Oppgi tidspunktene i en melding med tidssone, og la fristen komme etter publiseringen, og i fremtiden.',
    nn: 'Oppgi tidspunkta i ei melding med tidssone, og la fristen kome etter publiseringa, og i framtida.',
  },
  why: {
    en: 'A time without a time zone is ambiguous, and no one can answer in time a message that is not published yet.',
    nb: 'Et tidspunkt uten tidssone er tvetydig, og ingen kan svare i tide på en melding som ikke er publisert ennå.',
    nn: 'Eit tidspunkt utan tidssone er tvitydig, og ingen kan svare i tide på ei melding som ikkje er publisert enno.',
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
      correspondenceExample({ correspondence: { requestedPublishTime: '2099-12-01' } }),
      correspondenceExample({ correspondence: { requestedPublishTime: '2099-02-31T09:00:00Z' } }),
      correspondenceExample({ correspondence: { dueDateTime: 'tomorrow' } }),
      correspondenceExample({ correspondence: { dueDateTime: '2020-12-01T09:00:00Z' } }),
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
    malformed: MOMENT_SENTENCES.malformed,
    assumed: {
      en: '`{name}` has no time zone, so it is read as UTC; end it with `Z` or an offset such as `+01:00`.',
      nb: '`{name}` mangler tidssone og leses som UTC. Avslutt med `Z` eller et avvik som `+01:00`.',
      nn: '`{name}` manglar tidssone og blir lese som UTC. Avslutt med `Z` eller eit avvik som `+01:00`.',
    },
    writeUtc: { en: 'Write it as UTC', nb: 'Skriv det som UTC', nn: 'Skriv det som UTC' },
    dueBefore: {
      en: '`{name}` is before the message is published.',
      nb: '`{name}` er før meldingen blir publisert.',
      nn: '`{name}` er før meldinga blir publisert.',
    },
    past: {
      en: '`{name}` is in the past.',
      nb: '`{name}` er i fortiden.',
      nn: '`{name}` er i fortida.',
    },
    published: { en: 'It is published then.', nb: 'Den blir publisert da.', nn: 'Ho blir publisert då.' },
  },
  *check({ objects, context }) {
    for (const object of objects) {
      if (object.role !== 'message') continue
      const times = new Map<string, number>()
      for (const name of ['requestedPublishTime', 'dueDateTime']) {
        const value = object.members[name]
        if (typeof value !== 'string') continue
        const moment = parseMomentInUtc(value)
        const path = memberPath(object, name)
        if (!moment.ok) {
          yield { sentence: 'malformed', path, data: { name } }
          continue
        }
        const { atMs, isAssumed } = moment.value
        times.set(name, atMs)
        if (!isAssumed) continue
        const utc = new Date(atMs).toISOString()
        yield {
          sentence: 'assumed',
          severity: 'warning',
          path,
          data: { name },
          repairs: [safe('writeUtc', [{ kind: 'set', path, value: utc }])],
        }
      }
      const dueMs = times.get('dueDateTime')
      if (context && dueMs !== undefined && dueMs < context.nowMs)
        yield {
          sentence: 'past',
          path: memberPath(object, 'dueDateTime'),
          data: { name: 'dueDateTime' },
          altinnCode: PAST_CODE,
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
