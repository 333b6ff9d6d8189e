import {
  describeRepair,
  type Finding,
  type Language,
  type RepairDescription,
  redact,
  say,
  toJsonPointer,
  type Words,
} from '@straks/shared'
import type { AltinnError } from './altinn/reader.ts'
import type { ProblemDocument, PublicFinding } from './problem-document.ts'
import { rulePageOf } from './rule-page.ts'

/** The findings of a request in the caller's language and in English, in the same order. */
export type FindingsForAnswer = { readonly findings: readonly Finding[]; readonly english: readonly Finding[] }

/** One finding in both languages. */
type Twice = { readonly finding: Finding; readonly english: Finding }

/** Who a refusal is written for. */
export type Audience = {
  readonly publicUrl: string
  readonly language: Language
  /** A finding in English as one entry of `errors`. */
  readonly toError: (finding: Finding) => AltinnError
}

/** Findings of one answer. A request can have ten thousand, and no client reads more than these. */
const FINDINGS_MAX = 100

/** Bytes of `errors` and `findings` together: an answer of 64 KiB, less what else stands in it. */
const FINDINGS_MAX_BYTES = 60 * 1024

/** Changes of a repair that are described; one with more is left out. */
const CHANGES_MAX = 20

const MORE: Words = { en: 'and {count} more', nb: 'og {count} til', nn: 'og {count} til' }

const encoder = new TextEncoder()

const bytesOf = (value: unknown): number => encoder.encode(JSON.stringify(value)).byteLength

/** A number with a space between its thousands, as it is written in all three languages. */
const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ' ')

/** The findings of one answer, as many as fit. */
class FindingsList {
  readonly errors = new Map<string, string[]>()
  readonly findings: PublicFinding[] = []
  readonly #audience: Audience
  readonly #repairs = new Set<string>()
  #bytes = 0

  constructor(audience: Audience) {
    this.#audience = audience
  }

  /** Adds a finding; `false` where it does not fit. */
  add({ finding, english }: Twice): boolean {
    const told = this.#toPublic(finding)
    const error = finding.severity === 'error' ? this.#audience.toError(english) : undefined
    this.#bytes += bytesOf(told) + (error ? bytesOf(error) : 0)
    if (this.findings.length >= FINDINGS_MAX || this.#bytes > FINDINGS_MAX_BYTES) return false
    this.findings.push(told)
    if (!error) return true
    const messages = this.errors.get(error.key) ?? []
    if (!messages.includes(error.message)) messages.push(error.message)
    this.errors.set(error.key, messages)
    return true
  }

  #toPublic({ code, severity, path, message, repairs = [] }: Finding): PublicFinding {
    const described = repairs.map(describeRepair).filter((repair) => this.#isNew(repair))
    return {
      code,
      severity,
      pointer: toJsonPointer(path),
      message,
      page: rulePageOf(this.#audience.publicUrl, this.#audience.language, code),
      ...(described.length > 0 && { repairs: described }),
    }
  }

  /** Whether a repair is not listed yet: one that mends several findings is listed with the first of them. */
  #isNew(repair: RepairDescription): boolean {
    if (repair.changes.length > CHANGES_MAX) return false
    const key = JSON.stringify(repair)
    if (this.#repairs.has(key)) return false
    this.#repairs.add(key)
    return true
  }
}

/** Lists findings in their order until the answer is full. */
function listFindings(all: readonly Twice[], audience: Audience): FindingsList {
  const list = new FindingsList(audience)
  for (const { finding, english } of all) if (!list.add({ finding: redact(finding), english: redact(english) })) break
  return list
}

const isError = ({ finding }: Twice): boolean => finding.severity === 'error'

/**
 * The members of a problem that list its findings: `errors` in Altinn's form, `findings` in ours, and how many were left
 * out. Where not all fit, the errors come first.
 */
export function findingsBody(
  told: FindingsForAnswer,
  audience: Audience,
): Pick<ProblemDocument, 'errors' | 'findings' | 'more'> {
  // The judge finds the same in every language, in the same order.
  const all = told.findings.map((finding, index): Twice => ({ finding, english: told.english[index] ?? finding }))
  let list = listFindings(all, audience)
  if (list.findings.length < all.length)
    list = listFindings([...all.filter(isError), ...all.filter((one) => !isError(one))], audience)
  // A rule that found the same mistake a thousand times lists some and counts the rest.
  const found = all.reduce((count, { finding }) => count + 1 + (finding.more ?? 0), 0)
  const left = found - list.findings.length
  return {
    errors: Object.fromEntries(list.errors),
    findings: list.findings,
    ...(left > 0 && {
      more: { findings: left, message: say(MORE, audience.language, { count: grouped(left) }) },
    }),
  }
}
