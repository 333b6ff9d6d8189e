import { dirname } from 'node:path'
import { LANGUAGES } from '@straks/shared'
import { fileForm, PLAIN_JSON } from '../document/file-form.ts'
import { lintFile } from '../lint/lint-file.ts'
import { DEFAULT_LINT_OPTIONS } from '../lint/options.ts'
import { ENVIRONMENTS } from '../lint/service-settings.ts'
import { previewPiece } from '../server/features/preview.ts'
import { windowsOf } from '../server/timing/preview-context.ts'
import { type Command, noSuch, oneOf, parseOptions, showUsage } from './command.ts'
import { findConfig } from './lint/find-config.ts'
import { readSource } from './lint/read-source.ts'
import { previewText } from './preview-text.ts'
import { onItsLines, onOneLine } from './terminal-text.ts'

const USAGE = `Usage: straks preview [options] FILE

Shows what the recipients of the requests in FILE will see, and when. FILE may be - for standard input.

  --format NAME           text, json (text)
  --stdin-filename NAME   what the text on standard input is called
  --language CODE         ${LANGUAGES.join(', ')} (en)
  --environment NAME      ${ENVIRONMENTS.join(', ')} (production)
  --config FILE           the configuration file (the nearest straks.config.json)
`

const OPTIONS = {
  format: { type: 'string', default: 'text' },
  'stdin-filename': { type: 'string', default: 'stdin.notification.json' },
  language: { type: 'string' },
  environment: { type: 'string' },
  config: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/** `straks preview`: the messages that requests make. */
export const preview: Command = {
  name: 'preview',
  summary: 'show what recipients will see, and when',
  run: async (argv, streams) => {
    const parsed = parseOptions(argv, OPTIONS)
    if (!parsed.ok) return showUsage(parsed.failure, USAGE, streams)
    const { values, positionals } = parsed.value
    if (values.help) return showUsage({ message: '', asked: 'help' }, USAGE, streams)
    const [file, ...more] = positionals
    const found = await findConfig(values.config === undefined ? dirname(file ?? '.') : '.', values.config)
    if (!found.ok) {
      streams.err(`straks: ${onItsLines(found.failure)}\n`)
      return 2
    }
    const { config } = found.value
    const language = oneOf(LANGUAGES, values.language ?? config.language ?? 'en')
    const environment = oneOf(ENVIRONMENTS, values.environment ?? config.environment ?? 'production')
    if (!language) return showUsage({ message: noSuch('language', values.language ?? '', LANGUAGES) }, USAGE, streams)
    if (!environment)
      return showUsage({ message: noSuch('environment', values.environment ?? '', ENVIRONMENTS) }, USAGE, streams)
    if (file === undefined || more.length > 0) return showUsage({ message: 'preview takes one file' }, USAGE, streams)
    if (values.format !== 'text' && values.format !== 'json')
      return showUsage({ message: noSuch('format', values.format, ['text', 'json']) }, USAGE, streams)
    const source = await readSource({ file, named: true }, values['stdin-filename'])
    if (!source.ok) {
      streams.err(`straks: ${onOneLine(file)}: cannot be read (${source.failure})\n`)
      return 2
    }
    const form = fileForm(source.value.name) ?? PLAIN_JSON
    const { pieces } = lintFile(source.value.text, form, { ...DEFAULT_LINT_OPTIONS, language, isThorough: true })
    const context = { language, environment, windows: windowsOf(config), time: Date.now() }
    const previews = pieces.flatMap((piece) => previewPiece(piece, form.comments, context) ?? [])
    if (previews.length === 0) {
      streams.err(`straks: ${file}: no request was found\n`)
      return 1
    }
    streams.out(
      values.format === 'json'
        ? `${JSON.stringify(previews, null, 2)}\n`
        : previews.map((one) => previewText(one, language)).join('\n'),
    )
    return 0
  },
}
