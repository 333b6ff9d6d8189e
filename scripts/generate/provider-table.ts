import { globSync, readFileSync } from 'node:fs'
import { PROVIDERS } from '../../worker/providers/providers.ts'
import { ROOT } from '../run.ts'
import type { Output } from './output.ts'
import { withTable } from './table-between.ts'

const PATH = 'docs/providers.md'
const MARKS = {
  begin: '<!-- providers: written by `npm run generate` from their pages -->',
  end: '<!-- end of providers -->',
}

/** The line below the title of a provider's page. */
const HEAD = /^# .+\n\n`([\w-]+)` carries (.+?)\. Reports delivery: (.+?)\. Sends twice if an answer is lost: (.+?)\.\n/

const CHANNELS = { sms: 'SMS', email: 'e-mail' }

/** The providers that have a page, by name: where the page is, and what its head says. */
const pages = () =>
  new Map(
    globSync('worker/providers/*/README.md', { cwd: ROOT }).map((file) => {
      const [, name = '', carries = '', reports = '', twice = ''] = HEAD.exec(readFileSync(ROOT + file, 'utf8')) ?? []
      return [name, { file, carries, cells: [carries, reports, twice] }] as const
    }),
  )

/** The page on providers with its table brought up to date: a row for each one that is registered. */
export function providerTable(): Output {
  const pageOf = pages()
  const rows = PROVIDERS.map(({ name, channels }) => {
    const page = pageOf.get(name)
    const carries = channels.map((channel) => CHANNELS[channel]).join(', ')
    if (page?.carries !== carries)
      throw new Error(
        `The README of the provider ${name} must begin with its title, an empty line and "\`${name}\` carries ${carries}. Reports delivery: yes. Sends twice if an answer is lost: no."`,
      )
    return `| [\`${name}\`](../${page.file}) | ${page.cells.join(' | ')} |`
  })
  const table = `| Name | Carries | Reports delivery | Sends twice if an answer is lost |
|---|---|---|---|
${rows.join('\n')}`
  return withTable(PATH, MARKS, table)
}
