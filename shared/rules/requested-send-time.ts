import { parseMoment } from '../reading/moment.ts'
import { MOMENT_SENTENCES } from '../reading/moment-sentences.ts'
import { defineRule, nameOf, type RulePage, suggested } from '../rule.ts'
import { emailOrderExample, notificationExample, orderExample, smsOrderExample } from './examples.ts'

/** How much earlier than now a moment may be: a client that writes "now" has a clock of its own. */
const CLOCK_TOLERANCE_MS = 30_000

/** The same for an order to several recipients, as Altinn has it. docs/altinn/notifications.md §2.2. */
const LISTED_ORDER_TOLERANCE_MS = 300_000

/** What the rule's page says and shows. */
export const requestedSendTimePage: RulePage = {
  summary: {
    en: "Give the send time of an order with its time zone, and in the future; give a message's notification none.",
    nb: 'Oppgi tidspunktet for en ordre med tidssone, og i fremtiden. Oppgi ikke noe tidspunkt i varselet om en melding.',
    nn: 'Oppgi tidspunktet for ein ordre med tidssone, og i framtida. Oppgi ikkje noko tidspunkt i varselet om ei melding.',
  },
  why: {
    en: 'A time without a time zone is ambiguous, so an order with one is refused. The notification of a message is sent 5 minutes after the message is published: there the field has never had any effect.',
    nb: 'Et tidspunkt uten tidssone er tvetydig, så en ordre med et slikt blir avvist. Varselet om en melding sendes 5 minutter etter at meldingen er publisert: der har feltet aldri hatt noen virkning.',
    nn: 'Eit tidspunkt utan tidssone er tvitydig, så ein ordre med eit slikt blir avvist. Varselet om ei melding blir sendt 5 minutt etter at meldinga er publisert: der har feltet aldri hatt nokon verknad.',
  },
  examples: () => ({
    good: [
      notificationExample({}),
      orderExample({ request: { requestedSendTime: '2099-12-01T09:00:00Z' } }),
      orderExample({ request: { requestedSendTime: '2099-12-01T09:00:00.123456+01:00' } }),
      smsOrderExample({ requestedSendTime: '2099-12-01T09:00:00+01:00' }),
    ],
    bad: [
      notificationExample({ requestedSendTime: '2099-12-01T09:00:00Z' }),
      orderExample({ request: { requestedSendTime: '2099-12-01T09:00:00' } }),
      orderExample({ request: { requestedSendTime: 'tomorrow' } }),
      orderExample({ request: { requestedSendTime: '2099-02-30T09:00:00Z' } }),
      orderExample({ request: { requestedSendTime: '2020-12-01T09:00:00Z' } }),
      emailOrderExample({ requestedSendTime: '2020-12-01T09:00:00Z' }),
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
    past: {
      en: '`{name}` is in the past; leave it out to send at once.',
      nb: '`{name}` er i fortiden. Utelat den for å sende med en gang.',
      nn: '`{name}` er i fortida. Utelat han for å sende med ein gong.',
    },
    remove: { en: 'Remove `{name}`', nb: 'Fjern `{name}`', nn: 'Fjern `{name}`' },
  },
  checkValue(field, { kind, context }, tell) {
    const { value } = field
    if (kind.purpose === 'correspondence') {
      const { path } = field
      const data = { name: nameOf(path) }
      // It does nothing where it is, but may be the moment that the message itself was to have.
      const repairs = [suggested('remove', [{ kind: 'remove', path }], data)]
      tell({ sentence: 'noEffect', severity: 'information', path, data, repairs })
      return
    }
    const moment = parseMoment(value)
    const toleranceMs = field.within?.role === 'listed-order' ? LISTED_ORDER_TOLERANCE_MS : CLOCK_TOLERANCE_MS
    if (moment.ok && (!context || moment.value >= context.nowMs - toleranceMs)) return
    const { path } = field
    const data = { name: nameOf(path) }
    if (!moment.ok) tell({ sentence: moment.failure, path, data })
    else tell({ sentence: 'past', path, data, repairs: [suggested('remove', [{ kind: 'remove', path }], data)] })
  },
})
