import {
  type CorrespondenceRequest,
  type Finding,
  isJsonObject,
  type Language,
  SCHEMA_CODE,
  say,
  type Words,
} from '@straks/shared'

const WORDS = {
  nobody: {
    en: 'The message has no recipient; name 1 to 500.',
    nb: 'Meldingen har ingen mottaker. Oppgi 1 til 500.',
    nn: 'Meldinga har ingen mottakar. Oppgi 1 til 500.',
  },
  past: {
    en: 'The message is due in the past.',
    nb: 'Fristen er passert.',
    nn: 'Fristen er passert.',
  },
} satisfies Record<string, Words>

/** Altinn's number for a message that is due in the past. */
const PAST_CODE = 1008

/**
 * What is wrong with a judged request here and now. The judge knows no hour, and takes a message to nobody for a piece
 * of one, as guides show them; nobody can send it.
 */
export function circumstantialFindings(
  { correspondence, recipients }: CorrespondenceRequest,
  language: Language,
  nowMs: number,
): readonly Finding[] {
  const findings: Finding[] = []
  if (recipients.length === 0)
    findings.push({
      code: 'message-recipient',
      severity: 'error',
      path: ['recipients'],
      message: say(WORDS.nobody, language),
    })
  if (correspondence.dueDateTime !== undefined && Date.parse(correspondence.dueDateTime) < nowMs)
    findings.push({
      code: 'message-time',
      severity: 'error',
      path: ['correspondence', 'dueDateTime'],
      message: say(WORDS.past, language),
      altinnCode: PAST_CODE,
    })
  return findings
}

/** The number of a template that Altinn once had, and nobody can use any more. `spec/correspondence.md` 2. */
const RETIRED_TEMPLATE = '2'

const TEMPLATE_CODES = { retired: 3001, unknown: 3023 } as const

const valueAt = (body: unknown, path: Finding['path']): unknown =>
  path.reduce<unknown>((value, step) => {
    if (Array.isArray(value) && typeof step === 'number') return value[step]
    return isJsonObject(value) ? value[step] : undefined
  }, body)

/** Gives a template of an unknown number Altinn's number for that: to the schema it is like any wrong name. 2.1. */
export function markTemplates(findings: readonly Finding[], body: unknown): readonly Finding[] {
  return findings.map((finding) => {
    const member = String(finding.path.at(-1)).toLowerCase()
    if (finding.code !== SCHEMA_CODE || member !== 'notificationtemplate') return finding
    const written = String(valueAt(body, finding.path))
    if (!/^-?\d+$/.test(written)) return finding
    return { ...finding, altinnCode: TEMPLATE_CODES[written === RETIRED_TEMPLATE ? 'retired' : 'unknown'] }
  })
}
