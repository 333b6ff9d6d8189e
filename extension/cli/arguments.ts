import { type ParseArgsConfig, parseArgs } from 'node:util'
import { fail, LANGUAGES, ok, type Result } from '@straks/shared'
import { type LintOptions, PROFILES, RULE_LEVELS, type RuleLevel } from '../lint/options.ts'
import { FORMATS } from './formats/index.ts'

/** What the terminal was asked to do. */
export type Order = {
  readonly patterns: readonly string[]
  readonly format: string
  readonly fix: boolean
  readonly maxWarnings: number
  readonly stdinFilename: string
  readonly options: LintOptions
}

export const USAGE = `Usage: straks lint [options] FILE…

Judges notification requests as the API would. FILE is a file, a folder, a glob, or - for standard input.

  --format NAME           ${Object.keys(FORMATS).join(', ')} (stylish)
  --fix                   put right what can be put right; with - the text goes to standard output
  --max-warnings N        let N warnings pass (0)
  --stdin-filename NAME   what the text on standard input is called
  --language CODE         ${LANGUAGES.join(', ')} (en)
  --profile NAME          ${PROFILES.join(', ')} (recommended)
  --rule CODE=LEVEL       ${RULE_LEVELS.join(', ')}; may be repeated

Exit codes: 0 clean, 1 errors or too many warnings, 2 wrong usage or a file that cannot be read.
`

const OPTIONS = {
  format: { type: 'string', default: 'stylish' },
  fix: { type: 'boolean', default: false },
  'max-warnings': { type: 'string', default: '0' },
  'stdin-filename': { type: 'string', default: 'stdin.notification.json' },
  language: { type: 'string', default: 'en' },
  profile: { type: 'string', default: 'recommended' },
  rule: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', short: 'v', default: false },
} satisfies NonNullable<ParseArgsConfig['options']>

/** Why nothing is linted: words for the one who asked, and whether it was asked for. */
export type NoOrder = { readonly words: string; readonly asked?: 'help' | 'version' }

const oneOf = <Name extends string>(names: readonly Name[], name: string): Name | undefined =>
  names.find((one) => one === name)

function readRules(written: readonly string[]): Result<Record<string, RuleLevel>, NoOrder> {
  const rules: Record<string, RuleLevel> = {}
  for (const one of written) {
    const [code = '', name = ''] = one.split('=')
    const level = oneOf(RULE_LEVELS, name)
    if (code === '' || !level) return fail({ words: `--rule takes CODE=LEVEL, not ${one}` })
    rules[code] = level
  }
  return ok(rules)
}

function parse(argv: readonly string[]) {
  try {
    return ok(parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true }))
  } catch (error) {
    return fail({ words: error instanceof Error ? error.message : String(error) })
  }
}

/** Reads the words of a command line. */
export function readArguments(argv: readonly string[]): Result<Order, NoOrder> {
  const parsed = parse(argv)
  if (!parsed.ok) return parsed
  const { values, positionals } = parsed.value
  if (values.help) return fail({ words: USAGE, asked: 'help' })
  if (values.version) return fail({ words: '', asked: 'version' })
  const patterns = positionals[0] === 'lint' ? positionals.slice(1) : positionals
  if (patterns.length === 0) return fail({ words: 'no files were named' })
  if (!Object.hasOwn(FORMATS, values.format)) return fail({ words: `there is no format ${values.format}` })
  if (!/^\d+$/.test(values['max-warnings'])) return fail({ words: '--max-warnings takes a number' })
  const language = oneOf(LANGUAGES, values.language)
  if (!language) return fail({ words: `there is no language ${values.language}` })
  const profile = oneOf(PROFILES, values.profile)
  if (!profile) return fail({ words: `there is no profile ${values.profile}` })
  const rules = readRules(values.rule ?? [])
  if (!rules.ok) return rules
  return ok({
    patterns,
    format: values.format,
    fix: values.fix,
    maxWarnings: Number(values['max-warnings']),
    stdinFilename: values['stdin-filename'],
    options: { language, profile, rules: rules.value },
  })
}
