import { readFileSync } from 'node:fs'
import { SETTING_FORMATS } from '../../worker/platform/config.ts'
import { ROOT } from '../run.ts'
import type { Output } from './output.ts'
import { varsOf } from './wrangler/vars.ts'

const PATH = 'docs/configuration.md'
const BEGIN = '<!-- settings: written by `npm run generate` -->'
const END = '<!-- end of settings -->'

/** The configuration page with its table of settings brought up to date. */
export function settingsTable(): Output {
  const [development, production] = [varsOf('development'), varsOf('production')]
  const rows = SETTING_FORMATS.map(
    ([name, format]) => `| \`${name}\` | ${format} | \`${development.get(name)}\` | \`${production.get(name)}\` |`,
  )
  const table = `${BEGIN}
| Setting | How it is written | In development | In production |
|---|---|---|---|
${rows.join('\n')}
${END}`
  const page = readFileSync(`${ROOT}${PATH}`, 'utf8')
  const start = page.indexOf(BEGIN)
  const end = page.indexOf(END)
  if (start < 0 || end < 0) throw new Error(`${PATH} has lost the marks around its table of settings`)
  return { path: PATH, content: page.slice(0, start) + table + page.slice(end + END.length) }
}
