import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inOrderOf } from '../../scripts/generate/kept-list.ts'
import { ROOT } from '../../scripts/run.ts'
import { ROUTE_GROUPS } from '../../worker/api/routes.ts'

const isRoute = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'answer' in value && 'path' in value && 'documentation' in value

const isGroup = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'prefix' in value && 'routes' in value

const GROUPS: ReadonlySet<unknown> = new Set(ROUTE_GROUPS)

async function exportsOf(pattern: string): Promise<readonly (readonly [string, unknown])[]> {
  const files = globSync(pattern, { cwd: ROOT })
  const modules = await Promise.all(files.map(async (file) => Object.entries(await import(ROOT + file))))
  return modules.flat()
}

describe('what is listed', () => {
  it('has every route that a file declares, however it is written', async () => {
    const served = new Set<unknown>(ROUTE_GROUPS.flatMap(({ routes }) => routes))
    const declared = (await exportsOf('worker/api/*/*.ts')).filter(([, value]) => isRoute(value))
    expect(declared.length).toBeGreaterThan(50)
    expect(declared.filter(([, route]) => !served.has(route)).map(([name]) => name)).toEqual([])
  })

  it('has every API that a folder declares', async () => {
    const declared = (await exportsOf('worker/api/*/group.ts')).filter(([, value]) => isGroup(value))
    expect(declared.length).toBeGreaterThan(10)
    expect(declared.filter(([, group]) => !GROUPS.has(group)).map(([name]) => name)).toEqual([])
  })

  it('has every folder of providers that has a page', () => {
    const folders = globSync('worker/providers/*/README.md', { cwd: ROOT }).map((file) => file.split('/').at(-2))
    const list = readFileSync(`${ROOT}worker/providers/providers.ts`, 'utf8')
    expect(folders.length).toBeGreaterThan(3)
    expect(folders.filter((folder) => !list.includes(`'./${folder}/`))).toEqual([])
  })

  it('keeps its order, and gets what is new at its end', () => {
    const found = ['created', 'deleted', 'found', 'listed'].map((name) => ({ name, from: `./${name}.ts` }))
    const kept = 'export const all = [\n  listed,\n  gone,\n  created,\n]\n'
    expect(inOrderOf(kept, found).map(({ name }) => name)).toEqual(['listed', 'created', 'deleted', 'found'])
  })
})
