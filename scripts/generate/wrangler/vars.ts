import { readFileSync } from 'node:fs'
import { ROOT } from '../../run.ts'
import { type Environment, tablePrefix } from './environments.ts'

const SETTING = /^([A-Z0-9_]+) = (?:"(.*)"|'(.*)')$/gm

/** The settings of an environment, as wrangler.toml has them. */
export function varsOf(environment: Environment): ReadonlyMap<string, string> {
  const [, rest = ''] = readFileSync(`${ROOT}wrangler.toml`, 'utf8').split(`\n[${tablePrefix(environment)}vars]\n`)
  const [table = ''] = rest.split('\n[')
  return new Map([...table.matchAll(SETTING)].map(([, name = '', double, single]) => [name, double ?? single ?? '']))
}
