import type { Problem } from './generated/types.ts'
import type { JudgedFinding } from './options.ts'

/** The server refused a request. `problem` is its answer (RFC 9457): what is wrong with which member, and the rule. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly status: number
  readonly problem: Partial<Problem>
  /** How long the server wants to be left alone (`Retry-After`), in milliseconds. */
  readonly retryAfterMs: number | undefined

  constructor(status: number, problem: Partial<Problem>, retryAfterMs?: number) {
    super(`${status} ${problem.title ?? 'The request was refused.'}`)
    this.status = status
    this.problem = problem
    this.retryAfterMs = retryAfterMs
  }

  /** The kind of problem, as a URI. */
  get type(): string {
    return this.problem.type ?? 'about:blank'
  }

  /** What the server found wrong with the request, rule by rule. */
  get findings(): NonNullable<Problem['findings']> {
    return this.problem.findings ?? []
  }

  /** Names the request in the server's logs. */
  get traceId(): string | undefined {
    return this.problem.traceId
  }
}

/** No answer came, however often the request was tried. Whether the last attempt arrived is not known. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError'
  readonly attempts: number

  constructor(attempts: number, cause: unknown) {
    super(`No answer after ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}.`, { cause })
    this.attempts = attempts
  }
}

/** The judge found errors, so the request was not sent. */
export class JudgedError extends Error {
  override readonly name = 'JudgedError'
  readonly findings: readonly JudgedFinding[]

  constructor(findings: readonly JudgedFinding[]) {
    super(findings.map(({ pointer, code, message }) => `${pointer} ${code}: ${message}`).join('\n'))
    this.findings = findings
  }
}
