import { SETTING_FORMATS } from '../../worker/platform/config.ts'
import type { Output } from './output.ts'
import { withTable } from './table-between.ts'
import { varsOf } from './wrangler/vars.ts'

const PATH = 'docs/configuration.md'
const MARKS = { begin: '<!-- settings: written by `npm run generate` -->', end: '<!-- end of settings -->' }

/** The configuration page with its table of settings brought up to date. */
export function settingsTable(): Output {
  const [development, production] = [varsOf('development'), varsOf('production')]
  const valueIn = (vars: ReadonlyMap<string, string>, name: string): string => {
    const value = vars.get(name)
    if (value === undefined) throw new Error(`Give ${name} a value in the [vars] of each environment in wrangler.toml.`)
    return `\`${value}\``
  }
  const rows = SETTING_FORMATS.map(
    ([name, format]) => `| \`${name}\` | ${format} | ${valueIn(development, name)} | ${valueIn(production, name)} |`,
  )
  const table = `| Setting | How it is written | In development | In production |
|---|---|---|---|
${rows.join('\n')}`
  return withTable(PATH, MARKS, table)
}
