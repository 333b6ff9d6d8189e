import { parseMoment } from '../reading/moment.ts'
import { MOMENT_SENTENCES } from '../reading/moment-sentences.ts'
import { defineRule, nameOf, type RulePage } from '../rule.ts'
import { notificationExample, orderExample } from './examples.ts'

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
  roles: ['requested-send-time'],
  sentences: {
    noEffect: {
      en: '`{name}` has no effect: a notification follows the publication of its message.',
      nb: '`{name}` har ingen virkning: varselet følger publiseringen av meldingen.',
      nn: '`{name}` har ingen verknad: varselet følgjer publiseringa av meldinga.',
    },
    ...MOMENT_SENTENCES,
    remove: { en: 'Remove `{name}`', nb: 'Fjern `{name}`', nn: 'Fjern `{name}`' },
  },
  checkValue(field, { kind }, tell) {
    const { value } = field
    if (kind.purpose === 'correspondence') {
      const { path } = field
      const data = { name: nameOf(path) }
      const fix = { title: 'remove', data, edits: [{ kind: 'remove', path }] } as const
      tell({ sentence: 'noEffect', severity: 'information', path, data, fix })
      return
    }
    const moment = parseMoment(value)
    if (moment.ok) return
    const { path } = field
    tell({ sentence: moment.failure, path, data: { name: nameOf(path) } })
  },
})
