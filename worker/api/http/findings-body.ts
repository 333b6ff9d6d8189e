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
import type { AltinnError } from './altinn/errors.ts'
import type { Problem, PublicFinding } from './problem-document.ts'
import { rulePageOf } from './rule-page.ts'

/** What is wrong, in the caller's language and in English: the same findings in the same order. */
export type Told = { readonly findings: readonly Finding[]; readonly english: readonly Finding[] }

/** One finding in both. */
type Twice = { readonly finding: Finding; readonly english: Finding }

/** How the client that a refusal is for is spoken to. */
export type Audience = {
  readonly publicUrl: string
  readonly language: Language
  /** A finding in English as one entry of `errors`. */
  readonly toError: (finding: Finding) => AltinnError
}

/** More are not read, and a request can have ten thousands. */
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

/** What is told of findings, as much of it as an answer takes. */
class Telling {
  readonly errors = new Map<string, string[]>()
  readonly findings: PublicFinding[] = []
  readonly #audience: Audience
  readonly #repairs = new Set<string>()
  #bytes = 0

  constructor(audience: Audience) {
    this.#audience = audience
  }

  /** Tells a finding, if there is room for it. */
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

  /** Whether a repair has not been told yet: one that puts several findings right is told with the first of them. */
  #isNew(repair: RepairDescription): boolean {
    if (repair.changes.length > CHANGES_MAX) return false
    const key = JSON.stringify(repair)
    if (this.#repairs.has(key)) return false
    this.#repairs.add(key)
    return true
  }
}

/** Tells findings in their order until the answer is full. */
function tell(all: readonly Twice[], audience: Audience): Telling {
  const telling = new Telling(audience)
  for (const { finding, english } of all)
    if (!telling.add({ finding: redact(finding), english: redact(english) })) break
  return telling
}

const isError = ({ finding }: Twice): boolean => finding.severity === 'error'

/**
 * The members of a problem that tell what is wrong: `errors` in Altinn's way, `findings` in ours, and how many there was
 * no room for. Where not all can be told, what the request is refused for comes first.
 */
export function findingsBody(told: Told, audience: Audience): Pick<Problem, 'errors' | 'findings' | 'more'> {
  // The judge finds the same in every language, in the same order.
  const all = told.findings.map((finding, index): Twice => ({ finding, english: told.english[index] ?? finding }))
  let telling = tell(all, audience)
  if (telling.findings.length < all.length)
    telling = tell([...all.filter(isError), ...all.filter((one) => !isError(one))], audience)
  // A rule that found the same a thousand times only counts the rest.
  const found = all.reduce((count, { finding }) => count + 1 + (finding.more ?? 0), 0)
  const left = found - telling.findings.length
  return {
    errors: Object.fromEntries(telling.errors),
    findings: telling.findings,
    ...(left > 0 && {
      more: { findings: left, message: say(MORE, audience.language, { count: grouped(left) }) },
    }),
  }
}
