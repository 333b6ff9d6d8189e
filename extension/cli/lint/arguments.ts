import { fail, LANGUAGES, ok, type Result } from '@straks/shared'
import { unknownRule } from '../../lint/codes.ts'
import { PROFILES, RULE_LEVELS, type RuleLevel } from '../../lint/options.ts'
import { noSuch, oneOf, parseOptions, type UsageError } from '../command.ts'
import { FORMATS } from './formats/index.ts'

/** What `straks lint` was asked to do. What was left out comes from the configuration file. */
export type LintArguments = {
  readonly patterns: readonly string[]
  readonly format: string
  readonly fix: boolean
  readonly ignoreUnknown: boolean
  readonly maxWarnings: number
  readonly stdinFilename: string
  readonly config: string | undefined
  readonly language: (typeof LANGUAGES)[number] | undefined
  readonly profile: (typeof PROFILES)[number] | undefined
  readonly rules: Readonly<Record<string, RuleLevel>>
}

export const LINT_USAGE = `Usage: straks lint [options] [FILE…]

Judges notification requests as the API would. FILE is a file, a folder, a glob, or - for standard input. Without FILE
the files that straks.config.json names are linted.

  --format NAME           ${[...FORMATS.keys()].join(', ')} (stylish)
  --fix                   apply the safe fixes; with - the text goes to standard output
  --ignore-unknown        pass over files that hold no request, also where they are named
  --max-warnings N        let N warnings pass (0)
  --stdin-filename NAME   what the text on standard input is called
  --config FILE           the configuration file (the nearest straks.config.json)
  --language CODE         ${LANGUAGES.join(', ')} (en)
  --profile NAME          ${PROFILES.join(', ')} (recommended)
  --rule CODE=LEVEL       ${RULE_LEVELS.join(', ')}; may be repeated

Exit codes: 0 clean, 1 errors or too many warnings, 2 wrong usage or a file that cannot be read.
`

const OPTIONS = {
  format: { type: 'string', default: 'stylish' },
  fix: { type: 'boolean', default: false },
  'ignore-unknown': { type: 'boolean', default: false },
  'max-warnings': { type: 'string', default: '0' },
  'stdin-filename': { type: 'string', default: 'stdin.notification.json' },
  config: { type: 'string' },
  language: { type: 'string' },
  profile: { type: 'string' },
  rule: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h', default: false },
} as const

const refuse = (message: string): Result<never, UsageError> => fail({ message })

function readRules(written: readonly string[]): Result<Record<string, RuleLevel>, UsageError> {
  const rules: Record<string, RuleLevel> = {}
  for (const one of written) {
    const [code = '', name = ''] = one.split('=')
    const level = oneOf(RULE_LEVELS, name)
    if (code === '' || name === '') return refuse(`--rule takes CODE=LEVEL, not ${one}`)
    if (!level) return refuse(noSuch('level', name, RULE_LEVELS))
    const unknown = unknownRule(code)
    if (unknown !== undefined) return refuse(unknown)
    rules[code] = level
  }
  return ok(rules)
}

/** Reads the words of a command line. */
export function readArguments(argv: readonly string[]): Result<LintArguments, UsageError> {
  const parsed = parseOptions(argv, OPTIONS)
  if (!parsed.ok) return parsed
  const { values, positionals } = parsed.value
  if (values.help) return fail({ message: '', asked: 'help' })
  if (!FORMATS.has(values.format)) return refuse(noSuch('format', values.format, [...FORMATS.keys()]))
  if (!/^\d+$/.test(values['max-warnings'])) return refuse('--max-warnings takes a number')
  const language = values.language === undefined ? undefined : oneOf(LANGUAGES, values.language)
  if (values.language !== undefined && !language) return refuse(noSuch('language', values.language, LANGUAGES))
  const profile = values.profile === undefined ? undefined : oneOf(PROFILES, values.profile)
  if (values.profile !== undefined && !profile) return refuse(noSuch('profile', values.profile, PROFILES))
  const rules = readRules(values.rule ?? [])
  if (!rules.ok) return rules
  return ok({
    patterns: positionals,
    format: values.format,
    fix: values.fix,
    ignoreUnknown: values['ignore-unknown'],
    maxWarnings: Number(values['max-warnings']),
    stdinFilename: values['stdin-filename'],
    config: values.config,
    language,
    profile,
    rules: rules.value,
  })
}
