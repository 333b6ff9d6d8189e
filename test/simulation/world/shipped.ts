import { readFileSync } from 'node:fs'
import { ROOT } from '../../../scripts/run.ts'

const CONFIGURATION = readFileSync(`${ROOT}wrangler.toml`, 'utf8')

const OBJECT = /\[\[env\.production\.durable_objects\.bindings\]\]\nname = "(\w+)"\nclass_name = "(\w+)"/g
const DATABASE = /\[\[env\.production\.d1_databases\]\]\nbinding = "(\w+)"/g
const SETTING = /^(\w+) = (?:"(.*)"|'(.*)')$/gm

/** The settings of production as they are shipped. */
export function shippedSettings(): Readonly<Record<string, string>> {
  const [, section = ''] = CONFIGURATION.split('[env.production.vars]\n')
  const [vars = ''] = section.split('\n[')
  return Object.fromEntries(
    Array.from(vars.matchAll(SETTING), ([, name = '', one, other]) => [name, one ?? other ?? '']),
  )
}

/** The classes of production's objects, by the names of their bindings. */
export const shippedObjects = (): ReadonlyMap<string, string> =>
  new Map(Array.from(CONFIGURATION.matchAll(OBJECT), ([, binding = '', name = '']) => [binding, name]))

/** The names of the bindings of production's databases. */
export const shippedDatabases = (): readonly string[] =>
  Array.from(CONFIGURATION.matchAll(DATABASE), ([, binding = '']) => binding)
