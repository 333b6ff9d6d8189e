import { type Finding, type FindingCode, firstByAltinn, SCHEMA_CODE } from '@straks/shared'
import {
  CORRESPONDENCE_ERRORS,
  type CorrespondenceErrorCode,
  isCorrespondenceErrorCode,
} from '../../domain/correspondence-errors.ts'
import { type Audience, type FindingsForAnswer, findingsBody } from './findings-body.ts'
import type { ProblemDocument } from './problem-document.ts'

/**
 * How a status is called, and where it is defined: what Altinn's problems begin with.
 * docs/altinn/correspondence.md §1.5.
 */
const STATUSES = {
  400: ['Bad Request', '15.5.1'],
  404: ['Not Found', '15.5.5'],
  409: ['Conflict', '15.5.10'],
  422: ['Unprocessable Entity', '15.5.21'],
  502: ['Bad Gateway', '15.6.3'],
} as const

/** The code of a request that Altinn's server refuses before it looks at what the request means. */
const VALIDATION_CODE = 'STD-00000'

/**
 * The rules that stand for checks of that kind: a type, a length, a member that is missing. Where Altinn has a number
 * for what such a rule found, the check is of the other kind.
 */
const VALIDATION_RULES: ReadonlySet<FindingCode> = new Set<FindingCode>([
  SCHEMA_CODE,
  'attachment-checksum',
  'idempotent-key',
  'length-limit',
  'message-length',
  'message-recipient',
  'message-required',
  'message-time',
  'resource-id',
])

const CODE_DIGITS = 5

const problem = (
  status: keyof typeof STATUSES,
  rest: Pick<ProblemDocument, 'code'> & Partial<ProblemDocument>,
): ProblemDocument => {
  const [title, section] = STATUSES[status]
  return { type: `https://tools.ietf.org/html/rfc9110#section-${section}`, title, status, ...rest }
}

/** One of Altinn's numbered refusals, by its own words alone. */
export function numberedProblem(
  errorCode: CorrespondenceErrorCode,
  rest: Partial<ProblemDocument> = {},
): ProblemDocument {
  const [status, detail] = CORRESPONDENCE_ERRORS[errorCode]
  const code = `CORR-${String(errorCode).padStart(CODE_DIGITS, '0')}`
  return problem(status, { detail, code, errorCode, ...rest })
}

/** The number of the refusal that Altinn would answer with, if its first is one with a number. 1.6. */
function firstNumber(findings: readonly Finding[]): CorrespondenceErrorCode | undefined {
  const errors = findings.filter(({ severity }) => severity === 'error')
  if (errors.some(({ code, altinnCode }) => altinnCode === undefined && VALIDATION_RULES.has(code))) return undefined
  const number = firstByAltinn(errors)?.altinnCode
  return isCorrespondenceErrorCode(number) ? number : undefined
}

/** A request of which Altinn's server cannot read a body or a parameter. docs/altinn/correspondence.md §1.5. */
export const unreadableCorrespondence = (rest: Partial<ProblemDocument>): ProblemDocument =>
  problem(400, { code: VALIDATION_CODE, ...rest })

/** A refused correspondence: the first mistake by Altinn's number, and all of them in `errors` and `findings`. */
export function refusedCorrespondence(told: FindingsForAnswer, audience: Audience): ProblemDocument {
  const body = findingsBody(told, audience)
  const number = firstNumber(told.findings)
  return number === undefined ? problem(400, { code: VALIDATION_CODE, ...body }) : numberedProblem(number, body)
}
