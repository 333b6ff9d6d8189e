import { LANGUAGES } from '@straks/shared'
import { type Command, noSuch, oneOf, parseOptions, showUsage } from './command.ts'
import { ruleList, rulePage } from './rule-pages.ts'

const USAGE = `Usage: straks explain [--language CODE] [RULE]

Explains a rule: what it asks for, why, and examples. Without RULE all rules are listed.

  --language CODE   ${LANGUAGES.join(', ')} (en)
`

const OPTIONS = {
  language: { type: 'string', default: 'en' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/** `straks explain`: what a rule asks for, and why. */
export const explain: Command = {
  name: 'explain',
  summary: 'explain a rule',
  run: async (argv, streams) => {
    const parsed = parseOptions(argv, OPTIONS)
    if (!parsed.ok) return showUsage(parsed.failure, USAGE, streams)
    const { values, positionals } = parsed.value
    if (values.help) return showUsage({ message: '', asked: 'help' }, USAGE, streams)
    const language = oneOf(LANGUAGES, values.language)
    if (!language) return showUsage({ message: noSuch('language', values.language, LANGUAGES) }, USAGE, streams)
    const [code, ...more] = positionals
    if (more.length > 0) return showUsage({ message: 'explain takes one rule' }, USAGE, streams)
    if (code === undefined) {
      streams.out(ruleList(language))
      return 0
    }
    const page = await rulePage(code, language)
    if (!page.ok) return showUsage({ message: page.failure }, USAGE, streams)
    streams.out(page.value)
    return 0
  },
}
