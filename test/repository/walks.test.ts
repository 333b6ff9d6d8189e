import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../scripts/run.ts'

const IMPORT = /\bfrom\s+'([^']+)'/g

/** The doors of `shared`: `@straks/shared/text` and where it leads. */
const doors = new Map(
  Object.entries(JSON.parse(readFileSync(`${ROOT}shared/package.json`, 'utf8')).exports).map(
    ([name, path]) => [join('@straks/shared', name), join('shared', String(path))] as const,
  ),
)

const importsOf = (file: string): readonly string[] =>
  [...readFileSync(ROOT + file, 'utf8').matchAll(IMPORT)]
    .map(([, target = '']) => (target.startsWith('.') ? join(dirname(file), target) : (doors.get(target) ?? '')))
    .filter((path) => path.endsWith('.ts') && existsSync(ROOT + path))

/** Whether a file imports another, itself or by an index that only hands it on. */
const leadsTo = (from: string, to: string): boolean =>
  importsOf(from).some((one) => one === to || (basename(one) === 'index.ts' && importsOf(one).includes(to)))

const [, walks = ''] = readFileSync(`${ROOT}docs/architecture.md`, 'utf8').split('\n## Four walks\n')
const lines =
  walks
    .split('\n## ')[0]
    ?.split(/\n(?=- )/)
    .slice(1) ?? []

/** The files of a line in order, each with the arrow that leads to it. */
const stepsOf = (line: string) =>
  [...line.matchAll(/(?:([→⇢])\s+)?`([\w/.-]+\.ts)`/g)].map(([, arrow, file = '']) => ({ arrow, file }))

describe('the four walks through the code', () => {
  it('name files that exist', () => {
    const named = lines.flatMap(stepsOf)
    expect(named.length).toBeGreaterThan(30)
    expect(named.map(({ file }) => file).filter((file) => !existsSync(ROOT + file))).toEqual([])
  })

  it.each(lines.map((line) => [line.replaceAll(/\s+/g, ' ').slice(0, 80), line]))(
    'go as the imports do: %s',
    (_, line) => {
      const [first, ...steps] = stepsOf(line)
      let at = first?.file ?? ''
      for (const { arrow, file } of steps) {
        expect(arrow, `an arrow leads to ${file}`).toBeDefined()
        if (arrow === '→') expect(leadsTo(at, file), `${at} imports ${file}`).toBe(true)
        at = file
      }
    },
  )
})
