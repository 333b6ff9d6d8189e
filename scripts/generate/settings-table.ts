import { readFileSync } from 'node:fs'
import { SETTING_FORMATS } from '../../worker/config.ts'
import { ROOT } from '../run.ts'
import type { Output } from './output.ts'

const PATH = 'docs/configuration.md'
const BEGIN = '<!-- settings: written by `npm run generate` -->'
const END = '<!-- end of settings -->'

/** What `[vars]` of wrangler.toml sets a setting to, before and in production. */
function valuesOf(name: string): { local: string; production: string } {
  const [local = '', production = ''] = readFileSync(`${ROOT}wrangler.toml`, 'utf8').split('[env.production.vars]')
  const valueIn = (text: string) =>
    new RegExp(`^${name} = (?:"(.*)"|'(.*)')$`, 'm').exec(text)?.slice(1).find(Boolean) ?? ''
  return { local: valueIn(local), production: valueIn(production) }
}

/** The configuration page with its table of settings brought up to date. */
export function settingsTable(): Output {
  const rows = SETTING_FORMATS.map(([name, format]) => {
    const { local, production } = valuesOf(name)
    return `| \`${name}\` | ${format} | \`${local}\` | \`${production}\` |`
  })
  const table = `${BEGIN}
| Setting | How it is written | On a laptop | In production |
|---|---|---|---|
${rows.join('\n')}
${END}`
  const page = readFileSync(`${ROOT}${PATH}`, 'utf8')
  const start = page.indexOf(BEGIN)
  const end = page.indexOf(END)
  if (start < 0 || end < 0) throw new Error(`${PATH} has lost the marks around its table of settings`)
  return { path: PATH, content: page.slice(0, start) + table + page.slice(end + END.length) }
}
