import {
  GSM7_JOINED_PART_SEPTETS,
  GSM7_SINGLE_PART_SEPTETS,
  OPERATOR_PART_SEPTETS,
  SMS_BODY_MAX_UNITS,
  SMS_MAX_PARTS,
  UCS2_JOINED_PART_UNITS,
  UCS2_SINGLE_PART_UNITS,
} from '../limits.ts'
import { defineRule, nameOf, type RulePage } from '../rule.ts'
import { withTemplate } from '../templates/generic-template.ts'
import { expandToLongest, KEYWORDS, ORDER_KEYWORDS } from '../text/keywords.ts'
import { measureSms, type SmsSize } from '../text/segments.ts'
import { instantSmsExample, notificationExample, orderExample } from './examples.ts'

/** No text this short takes more than one part, whatever its characters. */
const SURELY_ONE_PART_UNITS = UCS2_SINGLE_PART_UNITS / 2

const ASCII_LETTERS = /^[ -Z_a-zæøåÆØÅ\n]*$/

const isSurelyOnePart = (text: string): boolean =>
  text.length <= SURELY_ONE_PART_UNITS || (text.length <= GSM7_SINGLE_PART_SEPTETS && ASCII_LETTERS.test(text))

/** No text this short takes more than 16 parts, whatever its characters and wherever they fall. */
const SURELY_SENT_UNITS = 1_000

const isSurelySent = (text: string): boolean => text.length <= SURELY_SENT_UNITS

const MOST_KEYWORD_UNITS = KEYWORDS.reduce((most, { mostUnits }) => Math.max(most, mostUnits), 0)

/** No more than this comes of a text that nothing is put around, reckoned without filling in its keywords. */
const mostUnits = (text: string): number =>
  text.includes('$') ? text.length + (text.split('$').length >> 1) * MOST_KEYWORD_UNITS : text.length

/** How many units must go for the text to take one part less. */
function excessOf({ encoding, units, parts }: SmsSize): number {
  const [single, joined] =
    encoding === 'GSM-7'
      ? [GSM7_SINGLE_PART_SEPTETS, GSM7_JOINED_PART_SEPTETS]
      : [UCS2_SINGLE_PART_UNITS, UCS2_JOINED_PART_UNITS]
  return Math.max(1, units - (parts === 2 ? single : (parts - 1) * joined))
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00

/**
 * How long the beginning of a text may be for it to be sent whole. A character that counts twice, or may not lie across two
 * parts, takes room that a count of characters alone would not show.
 */
function roomFor(text: string): number {
  let [fits, most] = [0, SMS_MAX_PARTS * OPERATOR_PART_SEPTETS]
  while (fits < most) {
    const middle = Math.ceil((fits + most) / 2)
    if (measureSms(text.slice(0, middle)).operatorParts <= SMS_MAX_PARTS) fits = middle
    else most = middle - 1
  }
  return isHighSurrogate(text.charCodeAt(fits - 1)) ? fits - 1 : fits
}

const NEARLY_FULL = 'a'.repeat(SMS_MAX_PARTS * OPERATOR_PART_SEPTETS - 20)

/** What the rule's page says and shows. */
export const smsPartsPage: RulePage = {
  summary: {
    en: 'Keep an SMS within 16 parts, and within one if possible.',
    nb: 'Hold en SMS innenfor 16 deler, og innenfor én der du kan.',
    nn: 'Hald ein SMS innanfor 16 delar, og innanfor éin der du kan.',
  },
  why: {
    en: 'The operator sends 16 parts of a message and silently drops the rest; each part is billed as a message of its own. A part has room for 160 characters of the SMS alphabet, 153 if there are several parts (the operator uses 134), and 70 or 67 if any character is outside it. `^ { } [ ] ~ | \\ €` count as two.',
    nb: 'Operatøren sender 16 deler av en melding og kaster resten uten å si fra. Hver del faktureres som en egen melding. En del rommer 160 tegn fra SMS-alfabetet, 153 når det er flere deler (operatøren regner med 134), og 70 eller 67 så snart ett tegn ligger utenfor. `^ { } [ ] ~ | \\ €` teller som to.',
    nn: 'Operatøren sender 16 delar av ei melding og kastar resten utan å seie frå. Kvar del blir fakturert som ei eiga melding. Ein del rommar 160 teikn frå SMS-alfabetet, 153 når det er fleire delar (operatøren reknar med 134), og 70 eller 67 så snart eitt teikn ligg utanfor. `^ { } [ ] ~ | \\ €` tel som to.',
  },
  examples: () => ({
    good: [
      instantSmsExample({}),
      instantSmsExample({ settings: { body: 'æ'.repeat(160) } }),
      orderExample({ sms: { body: 'Hei, $recipientName$.' } }),
    ],
    bad: [
      instantSmsExample({ settings: { body: 'a'.repeat(161) } }),
      instantSmsExample({ settings: { body: 'č'.repeat(71) } }),
      instantSmsExample({ settings: { body: 'a'.repeat(SMS_MAX_PARTS * OPERATOR_PART_SEPTETS + 1) } }),
      notificationExample({ smsBody: `${NEARLY_FULL}$sendersName$` }),
    ],
  }),
}

export const smsParts = defineRule({
  code: 'sms-parts',
  severity: 'information',
  mayRefuse: true,
  roles: ['sms-body'],
  sentences: {
    tooMany: {
      en: '`{name}` takes {operatorParts} parts ({encoding}); at most {most} are sent. Shorten it to {room} characters.',
      nb: '`{name}` krever {operatorParts} deler ({encoding}), men høyst {most} blir sendt. Kort den ned til {room} tegn.',
      nn: '`{name}` krev {operatorParts} delar ({encoding}), men høgst {most} blir sende. Kort han ned til {room} teikn.',
    },
    worstCase: {
      en: '`{name}` can take {operatorParts} parts as it is sent, with long names in place of keywords; at most {most} are sent, and the end is lost.',
      nb: '`{name}` kan kreve {operatorParts} deler slik den sendes, med lange navn i stedet for nøkkelord. Høyst {most} blir sendt, og slutten går tapt.',
      nn: '`{name}` kan krevje {operatorParts} delar slik han blir send, med lange namn i staden for nøkkelord. Høgst {most} blir sende, og slutten går tapt.',
    },
    several: {
      en: '`{name}` takes {parts} parts ({encoding}, {units} characters); each is billed. Remove {excess:character|characters} to save one.',
      nb: '`{name}` krever {parts} deler ({encoding}, {units} tegn), og hver av dem faktureres. Fjern {excess} tegn for å spare én.',
      nn: '`{name}` krev {parts} delar ({encoding}, {units} teikn), og kvar av dei blir fakturert. Fjern {excess} teikn for å spare éin.',
    },
  },
  checkValue(text, { kind, notifications }, tell) {
    const { value } = text
    if (kind.purpose !== 'correspondence' && isSurelyOnePart(value) && mostUnits(value) <= SURELY_SENT_UNITS) return
    const keywords = kind.purpose === 'order' ? ORDER_KEYWORDS : KEYWORDS
    const longest = kind.purpose === 'instant' ? value : expandToLongest(withTemplate(text, notifications), keywords)
    if (isSurelyOnePart(value) && isSurelySent(longest)) return
    // Where `length-limit` refuses the text there is nothing to add.
    if (kind.purpose === 'correspondence' && value.length > SMS_BODY_MAX_UNITS) return
    const { path } = text
    const size = measureSms(value)
    const { encoding, units, parts, operatorParts } = size
    const data = { name: nameOf(path), encoding, units, parts, operatorParts, most: SMS_MAX_PARTS }
    if (operatorParts > SMS_MAX_PARTS) {
      tell({ sentence: 'tooMany', severity: 'error', path, data: { ...data, room: roomFor(value) } })
      return
    }
    if (parts > 1) tell({ sentence: 'several', path, data: { ...data, excess: excessOf(size) } })
    if (isSurelySent(longest)) return
    const { operatorParts: most } = measureSms(longest)
    if (most > SMS_MAX_PARTS)
      tell({ sentence: 'worstCase', severity: 'warning', path, data: { ...data, operatorParts: most } })
  },
})
