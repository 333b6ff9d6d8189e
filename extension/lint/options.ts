import type { Language, Severity } from '@straks/shared'

/** How much of what the judge says is shown. */
export const PROFILES = ['recommended', 'strict', 'api'] as const

/** `recommended` shows all as the rules weigh it; `strict` makes warnings errors; `api` shows what the API refuses. */
type Profile = (typeof PROFILES)[number]

/** What a rule's findings may be turned into. */
export const RULE_LEVELS = ['error', 'warning', 'information', 'hint', 'off'] as const

export type RuleLevel = (typeof RULE_LEVELS)[number]

/** Everything that changes what a lint says. */
export type LintOptions = {
  readonly language: Language
  readonly profile: Profile
  readonly rules: Readonly<Record<string, RuleLevel>>
  /** The calling codes of the countries that SMS may go to. Left out or empty: all. */
  readonly smsCountries?: readonly string[]
  /** The time, in milliseconds since 1970. Left out: what depends on the time is not judged. */
  readonly now?: () => number
  /** Whether requests are judged after so many errors that no more would be told: what repairs a file needs them all. */
  readonly isThorough?: boolean
}

export const DEFAULT_LINT_OPTIONS: LintOptions = { language: 'en', profile: 'recommended', rules: {} }

/** What a finding weighs for this user; `undefined` where it is not to be shown. */
export function weigh(code: string, severity: Severity, { profile, rules }: LintOptions): Severity | undefined {
  const level = rules[code]
  if (level === 'off') return undefined
  if (level) return level
  if (profile === 'strict' && severity === 'warning') return 'error'
  if (profile === 'api' && severity !== 'error') return undefined
  return severity
}
