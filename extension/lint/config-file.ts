import { fail, LANGUAGES, ok, type Path, type Result } from '@straks/shared'
import * as z from 'zod'
import { CODE_MAX_UNITS, CODES, unknownRule } from './codes.ts'
import { type ConfigProblem, notJson, settingProblems } from './config-words.ts'
import { PROFILES, RULE_LEVELS } from './options.ts'
import { ENVIRONMENTS, SmsCountries, Window } from './service-settings.ts'

/** The file that a folder's settings are in: the same for editor, terminal and CI. */
export const CONFIG_FILE_NAME = 'straks.config.json'

const RuleCode = z.string().max(CODE_MAX_UNITS)

/** What `straks.config.json` may say. Every member may be left out. */
export const ConfigFile = z.strictObject({
  $schema: z.string().max(2_048).optional().meta({ description: 'Where the schema of this file is.' }),
  language: z.enum(LANGUAGES).optional().meta({ description: 'The language of messages.' }),
  profile: z.enum(PROFILES).optional().meta({
    description:
      '`recommended`: all findings; `strict`: warnings become errors; `api`: only what the API itself refuses.',
  }),
  environment: z
    .enum(ENVIRONMENTS)
    .optional()
    .meta({ description: 'Where the requests are sent. Some checks and delays differ.' }),
  smsWindow: Window.optional().meta({
    description:
      'When the service sends an SMS that waits for the day, in Oslo: its `SMS_WINDOW`. `09:00-17:00` if left out.',
  }),
  emailWindow: Window.optional().meta({
    description: 'The same for e-mail: its `EMAIL_WINDOW`. `00:00-24:00`, always, if left out.',
  }),
  smsCountries: SmsCountries.optional().meta({
    description:
      'The calling codes of the countries that the service sends SMS to: `smsCountries` of its `FENCES`. All if left out.',
  }),
  rules: z
    .record(RuleCode, z.enum(RULE_LEVELS))
    .optional()
    .meta({ description: 'The level of a rule, by its code; `off` silences it.' }),
  files: z
    .array(z.string().min(1).max(1_024))
    .max(1_000)
    .optional()
    .meta({ description: 'Globs of the files to lint where the command names none, from this file’s folder.' }),
})

export type ConfigFile = z.output<typeof ConfigFile>

/** What a configuration file says, as far as it can be read. */
export type CheckedConfig = { readonly config: ConfigFile; readonly problems: readonly ConfigProblem[] }

/** What some editors and PowerShell begin a file with. */
const BYTE_ORDER_MARK = '\ufeff'

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Reads a configuration file. Where its members are not what they may be, it counts as empty. */
export function checkConfigFile(written: string): CheckedConfig {
  const text = written.startsWith(BYTE_ORDER_MARK) ? written.slice(1) : written
  const value = parse(text)
  if (value === undefined) return { config: {}, problems: [{ path: [], message: notJson(text) }] }
  const parsed = ConfigFile.safeParse(value)
  if (!parsed.success) {
    const names = Object.keys(ConfigFile.shape)
    return { config: {}, problems: parsed.error.issues.flatMap((issue) => settingProblems(issue, names)) }
  }
  const problems = Object.keys(parsed.data.rules ?? {}).flatMap((code) => {
    const message = unknownRule(code)
    return message === undefined ? [] : [{ path: ['rules', code], message }]
  })
  return { config: parsed.data, problems }
}

/** The members that lead to a place: `rules.schema`. */
const membersIn = (path: Path): string => path.filter((step) => typeof step === 'string').join('.')

/** Reads a configuration file; fails with all that is wrong with it, a line each. */
export function readConfigFile(text: string): Result<ConfigFile, string> {
  const { config, problems } = checkConfigFile(text)
  if (problems.length === 0) return ok(config)
  return fail(
    problems.map(({ path, message }) => (path.length > 0 ? `${membersIn(path)}: ${message}` : message)).join('\n'),
  )
}

/** The JSON Schema of the file, for editors. */
export function configFileSchema(): object {
  const schema = z.toJSONSchema(ConfigFile, { target: 'draft-7', io: 'input' })
  const level = { type: 'string', enum: RULE_LEVELS }
  return {
    ...schema,
    title: 'Straks configuration',
    properties: {
      ...schema.properties,
      rules: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(CODES.map((code) => [code, level])),
      },
    },
  }
}
