import { createRulebook, instantSms, judge, rules } from '@straks/shared'
import { instantSmsMessage } from '../../../worker/domain/instant-message.ts'
import { apart, once, type Step, type Steps } from './step.ts'

const DEFAULT_SENDERS = { sms: 'Altinn', email: 'noreply@altinn.no' }

/** The judge, whole and part by part. */
export function judgeSteps(body: string): Steps {
  const input: unknown = JSON.parse(body)
  const document = instantSms.read(input)
  const subject = { ...document, kind: instantSms }
  const request = instantSms.schema.parse(document.value)
  const ruleSteps = rules.map((rule): [string, Step] => {
    const rulebook = createRulebook([rule])
    return [`· rule \`${rule.code}\``, apart(() => rulebook.findings(subject, 'en'))]
  })
  return {
    'judge, all of it': once(() => judge(instantSms, input, 'en')),
    '· reading as Altinn does': apart(() => instantSms.read(input)),
    '· schema (zod)': apart(() => instantSms.schema.safeParse(document.value)),
    ...Object.fromEntries(ruleSteps),
    'request to message': once(() => instantSmsMessage(request, DEFAULT_SENDERS)),
  }
}
