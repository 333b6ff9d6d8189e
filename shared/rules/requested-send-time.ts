import { defineRule, nameOf, type RulePage } from '../rule.ts'
import { notificationExample, orderExample } from './examples.ts'

const MOMENT =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,16})?)?(.*)$/
const ZONE = /^(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/

/** Every month has these days. */
const SURELY_IN_CALENDAR = /^.{8}(?:0|1|2[0-8])/

/** Whether a date is in the calendar: its form alone would allow the 31st of every month. */
function isInCalendar(moment: string): boolean {
  if (SURELY_IN_CALENDAR.test(moment)) return true
  const [year = 0, month = 0, day = 0] = moment.slice(0, 10).split('-').map(Number)
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** What the rule's page says and shows. */
export const requestedSendTimePage: RulePage = {
  summary: {
    en: "Give an order's moment with its time zone; give a message's notification none.",
    nb: 'Oppgi tidspunktet for en ordre med tidssone. Oppgi ikke noe tidspunkt i varselet om en melding.',
    nn: 'Oppgi tidspunktet for ein ordre med tidssone. Oppgi ikkje noko tidspunkt i varselet om ei melding.',
  },
  why: {
    en: 'A moment without a zone is one hour here and another there, so an order with it is refused. The notification of a message is sent 5 minutes after the message is published: there the field has never had any effect.',
    nb: 'Et tidspunkt uten sone er ett klokkeslett her og et annet der, så en ordre med det blir avvist. Varselet om en melding sendes 5 minutter etter at meldingen er publisert: der har feltet aldri hatt noen virkning.',
    nn: 'Eit tidspunkt utan sone er eitt klokkeslett her og eit anna der, så ein ordre med det blir avvist. Varselet om ei melding blir sendt 5 minutt etter at meldinga er publisert: der har feltet aldri hatt nokon verknad.',
  },
  examples: () => ({
    good: [
      notificationExample({}),
      orderExample({ request: { requestedSendTime: '2026-12-01T09:00:00Z' } }),
      orderExample({ request: { requestedSendTime: '2026-12-01T09:00:00.123456+01:00' } }),
    ],
    bad: [
      notificationExample({ requestedSendTime: '2026-12-01T09:00:00Z' }),
      orderExample({ request: { requestedSendTime: '2026-12-01T09:00:00' } }),
      orderExample({ request: { requestedSendTime: 'tomorrow' } }),
      orderExample({ request: { requestedSendTime: '2026-02-30T09:00:00Z' } }),
    ],
  }),
}

export const requestedSendTime = defineRule({
  code: 'requested-send-time',
  severity: 'error',
  purposes: ['order', 'correspondence'],
  looksAt: ['requested-send-time'],
  sentences: {
    noEffect: {
      en: '`{name}` has no effect: a notification follows the publication of its message.',
      nb: '`{name}` har ingen virkning: varselet følger publiseringen av meldingen.',
      nn: '`{name}` har ingen verknad: varselet følgjer publiseringa av meldinga.',
    },
    noZone: {
      en: '`{name}` has no time zone; end it with `Z` or an offset such as `+01:00`.',
      nb: '`{name}` mangler tidssone. Avslutt med `Z` eller et avvik som `+01:00`.',
      nn: '`{name}` manglar tidssone. Avslutt med `Z` eller eit avvik som `+01:00`.',
    },
    malformed: {
      en: '`{name}` is no moment; write it as `2026-12-01T09:00:00Z`.',
      nb: '`{name}` er ikke et tidspunkt. Skriv det som `2026-12-01T09:00:00Z`.',
      nn: '`{name}` er ikkje eit tidspunkt. Skriv det som `2026-12-01T09:00:00Z`.',
    },
    remove: { en: 'Remove `{name}`', nb: 'Fjern `{name}`', nn: 'Fjern `{name}`' },
  },
  *check({ fields, kind }) {
    for (const { role, path, value } of fields) {
      if (role !== 'requested-send-time') continue
      if (kind.purpose === 'correspondence') {
        const data = { name: nameOf(path) }
        const fix = { title: 'remove', data, edits: [{ kind: 'remove', path }] } as const
        yield { sentence: 'noEffect', severity: 'information', path, data, fix }
        continue
      }
      if (typeof value !== 'string') continue
      const zone = MOMENT.exec(value)?.[1]
      if (zone === '') yield { sentence: 'noZone', path, data: { name: nameOf(path) } }
      else if (zone === undefined || !ZONE.test(zone) || !isInCalendar(value))
        yield { sentence: 'malformed', path, data: { name: nameOf(path) } }
    }
  },
})
