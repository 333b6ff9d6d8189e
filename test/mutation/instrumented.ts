import { globSync, readFileSync } from 'node:fs'
import { Instrumenter, type Mutant } from '@stryker-mutator/instrumenter'
import { ROOT } from '../../scripts/run.ts'

/** What is told of a mutant. */
export type MutantPlace = {
  readonly id: string
  /** File, line and column, as an editor opens them. */
  readonly place: string
  readonly change: string
}

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, isDebugEnabled: () => false }

const WORDS_SHOWN = 80
const shown = (code: string): string => code.replaceAll(/\s+/g, ' ').slice(0, WORDS_SHOWN)

/** The text that a mutant replaces, as far as its first line has it. */
function replaced({ location: { start, end } }: Mutant, lines: readonly string[]): string {
  const line = lines[start.line] ?? ''
  return shown(start.line === end.line ? line.slice(start.column, end.column) : line.slice(start.column))
}

/** Files with all of their mutants in them, each asleep until it is named. */
export async function instrumented(patterns: readonly string[]) {
  const paths = globSync([...patterns], { cwd: ROOT })
  const sources = paths.map((path) => ({ name: path, content: readFileSync(ROOT + path, 'utf8'), mutate: true }))
  const options = { plugins: null, excludedMutations: [], ignorers: [] } as const
  const { files, mutants } = await new Instrumenter(silent).instrument(sources, options)
  const linesOf = new Map(sources.map(({ name, content }) => [name, content.split('\n')]))
  const places = mutants
    .filter(({ status }) => status === undefined)
    .map((mutant): MutantPlace => {
      const { line, column } = mutant.location.start
      const was = replaced(mutant, linesOf.get(mutant.fileName) ?? [])
      return {
        id: mutant.id,
        place: `${mutant.fileName}:${line + 1}:${column + 1}`,
        change: `${mutant.mutatorName}: ${was} → ${shown(mutant.replacement)}`,
      }
    })
  return { code: new Map(files.map(({ name, content }) => [ROOT + name, content])), mutants: places }
}
