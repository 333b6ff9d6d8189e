import { defineRule, type RulePage, suggested } from '../rule.ts'
import { instantSmsExample } from './examples.ts'

const SMS = {
  phoneNumber: '+4799999999',
  timeToLiveInSeconds: 120,
  smsSettings: { body: 'Your one-time code is 428516. It is valid for 2 minutes.' },
}

/** What the rule's page says and shows. */
export const deprecatedInstantPage: RulePage = {
  summary: {
    en: 'Send an instant SMS by its own route.',
    nb: 'Send en instant-SMS med sin egen rute.',
    nn: 'Send ein instant-SMS med si eiga rute.',
  },
  why: {
    en: '`POST /future/orders/instant` is kept for old clients only. `POST /future/orders/instant/sms` accepts the same recipient, one level higher.',
    nb: '`POST /future/orders/instant` beholdes bare for gamle klienter. `POST /future/orders/instant/sms` tar den samme mottakeren, ett nivå høyere.',
    nn: '`POST /future/orders/instant` blir halden ved like berre for gamle klientar. `POST /future/orders/instant/sms` tek den same mottakaren, eitt nivå høgare.',
  },
  examples: () => ({
    good: [instantSmsExample({})],
    bad: [{ kind: 'instant', document: { idempotencyId: '94e9d0f6', recipient: { recipientSms: SMS } } }],
  }),
}

export const deprecatedInstant = defineRule({
  code: 'deprecated-instant',
  severity: 'hint',
  purposes: ['instant'],
  looksAt: ['instant-recipient'],
  sentences: {
    deprecated: {
      en: 'This request is deprecated: post `recipientSms` itself to `/future/orders/instant/sms`.',
      nb: 'Denne forespørselen er utfaset: send `recipientSms` direkte til `/future/orders/instant/sms`.',
      nn: 'Denne førespurnaden er utfasa: send `recipientSms` direkte til `/future/orders/instant/sms`.',
    },
    migrate: {
      en: 'Move `recipientSms` one level up',
      nb: 'Flytt `recipientSms` ett nivå opp',
      nn: 'Flytt `recipientSms` eitt nivå opp',
    },
  },
  *check({ kind, objects }) {
    const recipient = objects.find(({ role }) => role === 'instant-recipient')
    if (kind.name !== 'instant' || !recipient) return
    const outer = recipient.path.slice(0, -1)
    yield {
      sentence: 'deprecated',
      path: outer,
      deprecated: true,
      // It is another request then, which goes to another address.
      repairs: [suggested('migrate', [{ kind: 'hoist', path: outer, from: recipient.path, name: 'recipientSms' }])],
    }
  },
})
