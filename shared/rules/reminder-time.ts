import { memberPath } from '../reading/document.ts'
import type { ReadObject } from '../reading/read-object.ts'
import { defineRule, nameOf, type RulePage, suggested } from '../rule.ts'
import { orderExample } from './examples.ts'

const RECIPIENT = { recipientSms: { phoneNumber: '+4799999999', smsSettings: { body: 'You have a new letter.' } } }

const DAYS_MIN = 1

/** The two ways to say when a reminder is sent. */
const TIMES = ['requestedSendTime', 'delayDays'] as const

const leaveOut = (reminder: ReadObject, name: (typeof TIMES)[number]) =>
  suggested('remove' as const, [{ kind: 'remove', path: memberPath(reminder, name) }], { name })

/** What the rule's page says and shows. */
export const reminderTimePage: RulePage = {
  summary: {
    en: 'Say when a reminder is sent: `delayDays` or `requestedSendTime`, one of them.',
    nb: 'Angi når et revarsel sendes: `delayDays` eller `requestedSendTime`, én av dem.',
    nn: 'Oppgi når eit revarsel blir sendt: `delayDays` eller `requestedSendTime`, éin av dei.',
  },
  why: {
    en: 'There is no default delay, and with two times it is unclear which one counts.',
    nb: 'Det finnes ingen standard ventetid, og med to tidspunkter er det uklart hvilket som gjelder.',
    nn: 'Det finst inga standard ventetid, og med to tidspunkt er det uklart kva for eit som gjeld.',
  },
  examples: () => ({
    good: [
      orderExample({ request: { reminders: [{ delayDays: 7, recipient: RECIPIENT }] } }),
      orderExample({ request: { reminders: [{ requestedSendTime: '2099-12-01T09:00:00Z', recipient: RECIPIENT }] } }),
    ],
    bad: [
      orderExample({ request: { reminders: [{ recipient: RECIPIENT }] } }),
      orderExample({
        request: { reminders: [{ delayDays: 7, requestedSendTime: '2099-12-01T09:00:00Z', recipient: RECIPIENT }] },
      }),
      orderExample({ request: { reminders: [{ delayDays: 0, recipient: RECIPIENT }] } }),
    ],
  }),
}

export const reminderTime = defineRule({
  code: 'reminder-time',
  severity: 'error',
  purposes: ['order'],
  looksAt: ['reminder'],
  sentences: {
    none: {
      en: '`{name}` does not say when it is sent; give `delayDays` or `requestedSendTime`.',
      nb: '`{name}` sier ikke når det sendes. Oppgi `delayDays` eller `requestedSendTime`.',
      nn: '`{name}` seier ikkje når det blir sendt. Oppgi `delayDays` eller `requestedSendTime`.',
    },
    both: {
      en: '`{name}` has both `delayDays` and `requestedSendTime`; give one of them.',
      nb: '`{name}` har både `delayDays` og `requestedSendTime`. Oppgi én av dem.',
      nn: '`{name}` har både `delayDays` og `requestedSendTime`. Oppgi éin av dei.',
    },
    tooSoon: {
      en: '`{name}` is {value:day|days}; a reminder comes {least:day|days} later at the earliest.',
      nb: '`{name}` er {value:dag|dager}, men et revarsel kommer tidligst {least:dag|dager} senere.',
      nn: '`{name}` er {value:dag|dagar}, men eit revarsel kjem tidlegast {least:dag|dagar} seinare.',
    },
    remove: { en: 'Remove `{name}`', nb: 'Fjern `{name}`', nn: 'Fjern `{name}`' },
    toLeast: {
      en: 'Set it to {least:day|days}',
      nb: 'Sett den til {least:dag|dager}',
      nn: 'Set han til {least:dag|dagar}',
    },
  },
  *check({ objects }) {
    for (const object of objects) {
      if (object.role !== 'reminder') continue
      const { path, members } = object
      const { delayDays, requestedSendTime } = members
      const data = { name: nameOf(path) }
      if (delayDays === undefined && requestedSendTime === undefined) yield { sentence: 'none', path, data }
      if (delayDays !== undefined && requestedSendTime !== undefined)
        yield { sentence: 'both', path, data, repairs: TIMES.map((name) => leaveOut(object, name)) }
      if (typeof delayDays !== 'number' || delayDays >= DAYS_MIN) continue
      const daysPath = memberPath(object, 'delayDays')
      yield {
        sentence: 'tooSoon',
        path: daysPath,
        data: { name: nameOf(daysPath), least: DAYS_MIN },
        quotes: { value: delayDays },
        repairs: [suggested('toLeast', [{ kind: 'set', path: daysPath, value: DAYS_MIN }], { least: DAYS_MIN })],
      }
    }
  },
})
