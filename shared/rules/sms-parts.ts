import { OPERATOR_PART_SEPTETS, SMS_MAX_PARTS, UCS2_JOINED_PART_UNITS } from '../limits.ts'
import { defineRule } from '../rule.ts'
import { measureSms } from '../text/segments.ts'
import { instantSmsExample } from './examples.ts'

export const smsParts = defineRule({
  code: 'sms-parts',
  severity: 'information',
  summary: {
    en: 'Keep an SMS within 16 parts, and within one where you can.',
    nb: 'Hold en SMS innenfor 16 deler, og innenfor én der du kan.',
    nn: 'Hald ein SMS innanfor 16 delar, og innanfor éin der du kan.',
  },
  why: {
    en: 'The operator sends 16 parts of a message and drops the rest without telling anyone; each part is billed as a message of its own.',
    nb: 'Operatøren sender 16 deler av en melding og kaster resten uten å si fra. Hver del faktureres som en egen melding.',
    nn: 'Operatøren sender 16 delar av ei melding og kastar resten utan å seie frå. Kvar del blir fakturert som ei eiga melding.',
  },
  sentences: {
    tooMany: {
      en: '`{name}` takes {operatorParts} parts ({encoding}); at most {most} are sent. Shorten it to {room} {unit}.',
      nb: '`{name}` krever {operatorParts} deler ({encoding}), men høyst {most} blir sendt. Kort den ned til {room} {unit}.',
      nn: '`{name}` krev {operatorParts} delar ({encoding}), men høgst {most} blir sende. Kort han ned til {room} {unit}.',
    },
    several: {
      en: '`{name}` takes {parts} parts ({encoding}, {units} {unit}); each is billed.',
      nb: '`{name}` krever {parts} deler ({encoding}, {units} {unit}), og hver av dem faktureres.',
      nn: '`{name}` krev {parts} delar ({encoding}, {units} {unit}), og kvar av dei blir fakturert.',
    },
  },
  examples: {
    good: [instantSmsExample({}), instantSmsExample({ settings: { body: 'æ'.repeat(160) } })],
    bad: [
      instantSmsExample({ settings: { body: 'a'.repeat(161) } }),
      instantSmsExample({ settings: { body: 'č'.repeat(71) } }),
      instantSmsExample({ settings: { body: 'a'.repeat(SMS_MAX_PARTS * OPERATOR_PART_SEPTETS + 1) } }),
    ],
  },
  *check({ fields }) {
    for (const { role, path, value } of fields) {
      if (role !== 'sms-body' || typeof value !== 'string') continue
      const { encoding, units, parts, operatorParts } = measureSms(value)
      if (parts === 1) continue
      const unit = encoding === 'GSM-7' ? 'septets' : 'UTF-16 units'
      const room = SMS_MAX_PARTS * (encoding === 'GSM-7' ? OPERATOR_PART_SEPTETS : UCS2_JOINED_PART_UNITS)
      const data = { name: String(path.at(-1)), encoding, units, unit, parts, operatorParts, most: SMS_MAX_PARTS, room }
      if (operatorParts > SMS_MAX_PARTS) yield { sentence: 'tooMany', severity: 'error', path, data }
      else yield { sentence: 'several', path, data }
    }
  },
})
