import { defineRule, nameOf, type RulePage } from '../rule.ts'
import { orderExample } from './examples.ts'

/** What the rule's page says and shows. */
export const sendingTimePolicyPage: RulePage = {
  summary: {
    en: 'Let an e-mail be sent at any time.',
    nb: 'La en e-post bli sendt når som helst.',
    nn: 'La ein e-post bli send når som helst.',
  },
  why: {
    en: 'Only SMS wakes people up, so only SMS can be kept for daytime; an e-mail that asks for it is refused.',
    nb: 'Bare SMS vekker folk, så bare SMS kan holdes tilbake til dagtid. En e-post som ber om det, blir avvist.',
    nn: 'Berre SMS vekkjer folk, så berre SMS kan haldast tilbake til dagtid. Ein e-post som ber om det, blir avvist.',
  },
  examples: () => ({
    good: [
      orderExample({ email: { sendingTimePolicy: 'Anytime' } }),
      orderExample({ sms: { sendingTimePolicy: 'Daytime' } }),
    ],
    bad: [orderExample({ email: { sendingTimePolicy: 'Daytime' } }), orderExample({ email: { sendingTimePolicy: 2 } })],
  }),
}

export const sendingTimePolicy = defineRule({
  code: 'sending-time-policy',
  severity: 'error',
  purposes: ['order'],
  roles: ['email-sending-time-policy'],
  sentences: {
    daytime: {
      en: '`{name}` is `Daytime`, which an e-mail cannot have; it must be `Anytime`.',
      nb: '`{name}` er `Daytime`, som en e-post ikke kan ha. Den må være `Anytime`.',
      nn: '`{name}` er `Daytime`, som ein e-post ikkje kan ha. Han må vere `Anytime`.',
    },
    toAnytime: { en: 'Set it to `Anytime`', nb: 'Sett den til `Anytime`', nn: 'Set han til `Anytime`' },
  },
  checkValue(policy, _subject, tell) {
    if (policy.value !== 'Daytime') return
    const { path } = policy
    const fix = { title: 'toAnytime', edits: [{ kind: 'set', path, value: 'Anytime' }] } as const
    tell({ sentence: 'daytime', path, data: { name: nameOf(path) }, fix })
  },
})
