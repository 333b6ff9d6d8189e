import { SMS_SENDER_MAX_CHARACTERS } from '../limits.ts'
import { defineRule, type RulePage } from '../rule.ts'
import { hasControlCharacter } from '../text/control-characters.ts'
import { instantSmsExample } from './examples.ts'

const ALPHANUMERIC = /^[A-Za-z0-9 ]+$/
const NUMERIC = /^\+?\d{3,15}$/

const isUsual = (sender: string): boolean =>
  sender === '' || NUMERIC.test(sender) || (ALPHANUMERIC.test(sender) && sender.length <= SMS_SENDER_MAX_CHARACTERS)

/** What the rule's page says and shows. */
export const senderNamePage: RulePage = {
  summary: {
    en: 'Name the sender of an SMS with at most 11 letters A–Z and digits, or with a number.',
    nb: 'Angi avsenderen av en SMS med høyst 11 bokstaver A–Z og sifre, eller med et nummer.',
    nn: 'Oppgi avsendaren av ein SMS med høgst 11 bokstavar A–Z og siffer, eller med eit nummer.',
  },
  why: {
    en: 'Networks cut a longer name, and replace or refuse one with other characters. A line break or other control character could forge what follows the name, so it is refused.',
    nb: 'Mobilnettene kutter et lengre navn, og erstatter eller avviser et med andre tegn. Linjeskift og andre kontrolltegn kan forfalske det som følger etter navnet, og blir derfor avvist.',
    nn: 'Mobilnetta kuttar eit lengre namn, og erstattar eller avviser eit med andre teikn. Linjeskift og andre kontrollteikn kan forfalske det som følgjer etter namnet, og blir difor avviste.',
  },
  examples: () => ({
    good: [
      instantSmsExample({ settings: { sender: 'Altinn' } }),
      instantSmsExample({ settings: { sender: '+4799999999' } }),
      instantSmsExample({ settings: { sender: '' } }),
    ],
    bad: [
      instantSmsExample({ settings: { sender: 'Skatteetaten' } }),
      instantSmsExample({ settings: { sender: 'Bærum' } }),
      instantSmsExample({ settings: { sender: 'Altinn\r\nX' } }),
    ],
  }),
}

export const senderName = defineRule({
  code: 'sender-name',
  severity: 'warning',
  mayRefuse: true,
  roles: ['sms-sender'],
  sentences: {
    control: {
      en: '`{name}` contains a line break or another control character; remove it.',
      nb: '`{name}` inneholder et linjeskift eller et annet kontrolltegn. Fjern det.',
      nn: '`{name}` inneheld eit linjeskift eller eit anna kontrollteikn. Fjern det.',
    },
    long: {
      en: '`{name}` is {count} characters long; networks show {most}.',
      nb: '`{name}` er {count} tegn, men nettene viser {most}.',
      nn: '`{name}` er {count} teikn, men netta viser {most}.',
    },
    unusual: {
      en: '`{name}` contains characters that networks replace or refuse; use the letters A–Z, digits and spaces.',
      nb: '`{name}` inneholder tegn som nettene erstatter eller avviser. Bruk bokstavene A–Z, sifre og mellomrom.',
      nn: '`{name}` inneheld teikn som netta erstattar eller avviser. Bruk bokstavane A–Z, siffer og mellomrom.',
    },
  },
  checkValue(name, _subject, tell) {
    const isControlled = hasControlCharacter(name.value)
    const sender = name.value.trim()
    if (!isControlled && isUsual(sender)) return
    const { path } = name
    const data = { name: String(path.at(-1)), count: [...sender].length, most: SMS_SENDER_MAX_CHARACTERS }
    if (isControlled) tell({ sentence: 'control', severity: 'error', path, data })
    else tell({ sentence: ALPHANUMERIC.test(sender) ? 'long' : 'unusual', path, data })
  },
})
