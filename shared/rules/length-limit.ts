import type { Purpose } from '../documents/kind.ts'
import { EMAIL_BODY_MAX_UNITS, EMAIL_SUBJECT_MAX_UNITS, MEMBER_MAX_UNITS, SMS_BODY_MAX_UNITS } from '../limits.ts'
import type { Overlong } from '../reading/document.ts'
import { tellerOf } from '../reading/overlong.ts'
import { defineRule, nameOf, type Report, type RulePage } from '../rule.ts'
import type { Role } from '../schema/field.ts'
import { instantEmailExample, notificationExample, orderExample } from './examples.ts'

type Sentence = 'refused' | 'advised' | 'list'

/** What a text may have: in a message's notification it is refused beyond, elsewhere that is advice. */
const LIMITS: Readonly<Partial<Record<Role, number>>> = {
  'email-subject': EMAIL_SUBJECT_MAX_UNITS,
  'email-body': EMAIL_BODY_MAX_UNITS,
  'sms-body': SMS_BODY_MAX_UNITS,
}

/** Altinn's numbers for custom recipients that it cannot read. docs/altinn/correspondence.md §2.1. */
const ALTINN_CODES: ReadonlyMap<Role | undefined, number> = new Map([
  ['email-address', 3011],
  ['phone-number', 3012],
])

/** A member that is too long to be read. Of a text that a recipient reads, the limit that is refused counts. */
function toReport({ path, name, kind, role, size, most }: Overlong, purpose: Purpose): Report<Sentence> {
  const isMessage = purpose === 'correspondence'
  const limit = (isMessage && role && LIMITS[role]) || most
  return {
    sentence: kind === 'text' ? 'refused' : 'list',
    path,
    data: { name, units: size, count: size, limit, excess: size - limit },
    span: kind === 'text' ? { start: limit, end: size } : undefined,
    altinnCode: isMessage ? ALTINN_CODES.get(role) : undefined,
  }
}

const subject = (units: number) => 'a'.repeat(units)

/** What the rule's page says and shows. */
export const lengthLimitPage: RulePage = {
  summary: {
    en: 'Keep subjects within 128 characters, e-mails within 10,000 and SMS within 2,144, and every other member within its limit.',
    nb: 'Hold emner innenfor 128 tegn, e-poster innenfor 10 000 og SMS innenfor 2144, og alle andre felt innenfor sin grense.',
    nn: 'Hald emne innanfor 128 teikn, e-postar innanfor 10 000 og SMS innanfor 2144, og alle andre felt innanfor si grense.',
  },
  why: {
    en: "A message with a longer text in its notification is refused. Elsewhere a longer text is accepted, but mail clients cut the subject. Lengths are in UTF-16 units of the text as written, before keywords are filled in: JavaScript's `length`. Other members have limits far above what anyone needs (a telephone number 250, a web address 8,000, a list of custom recipients 500). What is longer is refused without being read, so nothing else is said about it.",
    nb: 'En melding med lengre tekst i varselet blir avvist. Andre steder blir den ikke avvist, men e-postklienter kutter emnet. Det som telles, er UTF-16-enheter i teksten slik den er skrevet, før nøkkelord fylles inn: JavaScripts `length`. Andre felt har grenser langt over det noen trenger (et telefonnummer 250, en nettadresse 8000, en liste over valgfrie mottakere 500). Det som er lengre, blir avvist uten å bli lest, så det får ingen andre merknader.',
    nn: 'Ei melding med lengre tekst i varselet blir avvist. Andre stader blir ho ikkje avvist, men e-postklientar kuttar emnet. Det som blir talt, er UTF-16-einingar i teksten slik han er skriven, før nøkkelord blir fylte inn: `length` i JavaScript. Andre felt har grenser langt over det nokon treng (eit telefonnummer 250, ei nettadresse 8000, ei liste over valfrie mottakarar 500). Det som er lengre, blir avvist utan å bli lese, så det får ingen andre merknader.',
  },
  examples: () => ({
    good: [
      notificationExample({ emailSubject: subject(EMAIL_SUBJECT_MAX_UNITS) }),
      notificationExample({ smsBody: 'ø'.repeat(SMS_BODY_MAX_UNITS) }),
      instantEmailExample({}),
    ],
    bad: [
      notificationExample({ emailSubject: subject(EMAIL_SUBJECT_MAX_UNITS + 1) }),
      notificationExample({ reminderEmailBody: 'a'.repeat(EMAIL_BODY_MAX_UNITS + 1) }),
      notificationExample({ smsBody: 'a'.repeat(SMS_BODY_MAX_UNITS + 1) }),
      instantEmailExample({ settings: { subject: subject(EMAIL_SUBJECT_MAX_UNITS + 1) } }),
      orderExample({ request: { conditionEndpoint: `https://example.com/${'a'.repeat(MEMBER_MAX_UNITS.address)}` } }),
      orderExample({ email: { subject: subject(EMAIL_SUBJECT_MAX_UNITS + 1) } }),
    ],
  }),
}

export const lengthLimit = defineRule<Sentence>({
  code: 'length-limit',
  severity: 'error',
  roles: ['sms-body', 'email-subject', 'email-body'],
  looksAt: ['overlong'],
  sentences: {
    refused: {
      en: '`{name}` is {units} characters long; at most {limit} are allowed. Remove {excess:character|characters}.',
      nb: '`{name}` er {units} tegn langt, men høyst {limit} er tillatt. Fjern {excess} tegn.',
      nn: '`{name}` er {units} teikn langt, men høgst {limit} er tillatne. Fjern {excess} teikn.',
    },
    list: {
      en: '`{name}` has {count} items; at most {limit} are allowed. Remove {excess:item|items}.',
      nb: '`{name}` har {count} elementer, men høyst {limit} er tillatt. Fjern {excess:element|elementer}.',
      nn: '`{name}` har {count} element, men høgst {limit} er tillatne. Fjern {excess} element.',
    },
    advised: {
      en: '`{name}` is {units} characters long; {limit} or fewer are shown in full everywhere. Remove {excess:character|characters}.',
      nb: '`{name}` er {units} tegn langt. Høyst {limit} vises i sin helhet overalt. Fjern {excess} tegn.',
      nn: '`{name}` er {units} teikn langt. Høgst {limit} blir viste i sin heilskap overalt. Fjern {excess} teikn.',
    },
  },
  checkValue(text, { kind }, tell) {
    const { role, value } = text
    const limit = LIMITS[role]
    const isRefused = kind.purpose === 'correspondence'
    // Outside a message `sms-parts` says what a long SMS costs, and when it is cut.
    if (limit === undefined || value.length <= limit || (!isRefused && role === 'sms-body')) return
    const { path } = text
    tell({
      sentence: isRefused ? 'refused' : 'advised',
      severity: isRefused ? 'error' : role === 'email-subject' ? 'warning' : 'information',
      path,
      data: { name: nameOf(path), units: value.length, limit, excess: value.length - limit },
      span: { start: limit, end: value.length },
    })
  },
  *check({ overlong, kind }) {
    for (const value of overlong) if (tellerOf(value) === 'length-limit') yield toReport(value, kind.purpose)
  },
})
