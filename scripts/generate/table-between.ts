import { readFileSync } from 'node:fs'
import { ROOT } from '../run.ts'
import type { Output } from './output.ts'

/** A page with the table between two marks brought up to date. The rest of it is written by hand. */
export function withTable(
  path: string,
  { begin, end }: { readonly begin: string; readonly end: string },
  table: string,
): Output {
  const page = readFileSync(ROOT + path, 'utf8')
  const from = page.indexOf(begin)
  const to = page.indexOf(end)
  if (from < 0 || to < 0) throw new Error(`${path} has lost the marks around its table: ${begin} and ${end}`)
  return { path, content: `${page.slice(0, from)}${begin}\n${table}\n${page.slice(to)}` }
}
