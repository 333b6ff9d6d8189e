import { readFileSync } from 'node:fs'
import { ROOT } from '../../run.ts'
import type { Output } from '../output.ts'
import { BINDINGS } from './bindings.ts'
import { ENVIRONMENTS, type Environment, tablePrefix } from './environments.ts'
import type { Binding } from './kinds.ts'
import { type TomlTable, toToml } from './toml.ts'

const PATH = 'wrangler.toml'
const BEGIN = '# Bindings and migrations, written by `npm run generate` from scripts/generate/wrangler/bindings.ts.\n'

/** The migrations of an environment's objects: append-only, since the platform runs each once. */
function migrations(objects: readonly NonNullable<Binding['object']>[]): readonly TomlTable[] {
  const tags = [...new Set(objects.map(({ since }) => since))]
  return tags.map((tag) => ({
    path: 'migrations',
    members: {
      tag,
      new_sqlite_classes: objects.filter(({ since }) => since === tag).map(({ className }) => className),
    },
  }))
}

/** What wrangler.toml says of the bindings in one environment. */
export function bindingsToml(bindings: readonly Binding[], environment: Environment): string {
  const here = bindings.filter(({ environments }) => environments.includes(environment))
  const objects = here.flatMap(({ object }) => object ?? [])
  const tables = [...here.flatMap(({ tables }) => tables(environment)), ...migrations(objects)]
  return toToml(tablePrefix(environment), tables)
}

/** wrangler.toml with its last part, the bindings, brought up to date. What comes before it is written by hand. */
export function wranglerToml(): Output {
  const [byHand, generated] = readFileSync(`${ROOT}${PATH}`, 'utf8').split(BEGIN)
  if (byHand === undefined || generated === undefined) throw new Error(`${PATH} has lost the line "${BEGIN.trim()}"`)
  const parts = ENVIRONMENTS.map((environment) => bindingsToml(BINDINGS, environment))
  return { path: PATH, content: `${byHand}${BEGIN}\n${parts.join('\n')}` }
}
