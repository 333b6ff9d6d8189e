import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../scripts/run.ts'

const IMPORT = /(?:\bfrom\s+|\bimport\s*\(?\s*)['"]([^'"]+)['"]/g
/** The folders with code of our own, the tests aside. */
const WORKSPACES = ['shared', 'worker', 'extension', 'client', 'scripts', 'bench']

const NO_CODE = /(^|\/)(node_modules|dist|generated)\//

const filesOf = (folder: string): readonly string[] =>
  readdirSync(ROOT + folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts') && !NO_CODE.test(path))

function* importsOf(file: string): Generator<string> {
  for (const [, target = ''] of readFileSync(ROOT + file, 'utf8').matchAll(IMPORT)) yield target
}

/** Where a relative import leads, from the root of the repository. */
const resolved = (file: string, target: string): string =>
  target.startsWith('.') ? join(dirname(file), target) : target

/** Imports of a folder that neither stay inside it nor name what they may. */
function strays(folder: string, allowed: readonly string[]): readonly string[] {
  return filesOf(folder).flatMap((file) =>
    [...importsOf(file)]
      .filter((target) => {
        const place = resolved(file, target)
        if (place.startsWith(`${folder}/`)) return false
        return !allowed.some((name) => place === name || place.startsWith(`${name}/`))
      })
      .map((target) => `${file} imports ${target}`),
  )
}

const manifestOf = (workspace: string) => JSON.parse(readFileSync(`${ROOT}${workspace}/package.json`, 'utf8'))

const dependenciesOf = (workspace: string): readonly string[] => Object.keys(manifestOf(workspace).dependencies)

/** What is bundled into a package need not be installed beside it. */
const bundledBy = (workspace: string): readonly string[] => Object.keys(manifestOf(workspace).devDependencies)

/** What the Worker's runtime brings along. */
const PLATFORM = ['cloudflare:workers', 'cloudflare:sockets', 'node:crypto']

/** Libraries of pages, which `scripts/pages.ts` bundles. */
const BUNDLED_INTO_PAGES = ['minisearch']

describe('the imports between folders', () => {
  it('lead from shared only to the libraries its manifest declares, and the two files that depend on where it runs', () => {
    expect(strays('shared', [...dependenciesOf('shared'), '#numbering-plans', '#words'])).toEqual([])
    expect(
      filesOf('shared')
        .flatMap((file) => [...importsOf(file)])
        .filter(isBuiltin),
    ).toEqual([])
  })

  it('lead from the worker only to shared’s doors, its declared libraries and the platform', () => {
    expect(strays('worker', [...dependenciesOf('worker'), ...PLATFORM, ...BUNDLED_INTO_PAGES, '#described'])).toEqual(
      [],
    )
  })

  it('lead from the worker’s domain only to shared', () => {
    expect(strays('worker/domain', ['@straks/shared'])).toEqual([])
  })

  it('lead from the editor only to shared’s doors, its declared libraries and Node', () => {
    const found = strays('extension', [...dependenciesOf('extension'), ...bundledBy('extension'), 'vscode'])
    const isTooling = (stray: string) => stray.startsWith('extension/scripts/')
    const isNodes = (stray: string) => isBuiltin(stray.split(' imports ')[1] ?? '')
    expect(found.filter((stray) => !isTooling(stray) && !isNodes(stray))).toEqual([])
  })

  it('lead to VS Code from the client only', () => {
    const importers = filesOf('extension').filter((file) => [...importsOf(file)].includes('vscode'))
    expect(importers.length).toBeGreaterThan(0)
    expect(importers.filter((file) => !file.startsWith('extension/client/'))).toEqual([])
  })

  it('lead to the connection from the server’s entries only', () => {
    const importers = filesOf('extension').filter((file) =>
      [...importsOf(file)].some((target) => /^vscode-languageserver\/(?:node|browser)/.test(target)),
    )
    for (const file of importers) expect(file).toMatch(/^extension\/server\/[\w-]*(?:main|host)\.ts$/)
  })

  it('lead to the code for development from the development entry only', () => {
    const importers = filesOf('worker').filter((file) =>
      [...importsOf(file)].some((target) => resolved(file, target).startsWith('worker/development/')),
    )
    expect(importers.filter((file) => !file.startsWith('worker/development/'))).toEqual([])
  })

  it('lead to providers from delivery and their receipts’ routes, not from the other routes', () => {
    const importers = filesOf('worker/api').filter((file) =>
      [...importsOf(file)].some((target) => resolved(file, target).startsWith('worker/providers/')),
    )
    expect(importers.filter((file) => !file.startsWith('worker/api/receipts/'))).toEqual([])
  })

  it('never lead to the tests', () => {
    for (const folder of WORKSPACES)
      for (const file of filesOf(folder))
        for (const target of importsOf(file)) expect(resolved(file, target), file).not.toMatch(/^test\//)
  })
})

/**
 * The worker's folders, lowest floor first. A folder imports from those before it; `docs/architecture.md` draws them.
 * `.` are the files that put the Worker together.
 */
const FLOORS = [
  'domain',
  'platform',
  'auth',
  'registers',
  'feed',
  'fences',
  'suppressions',
  'ledger',
  'providers',
  'orders',
  'delivery',
  'attachments',
  'correspondence',
  'webhooks',
  'operator',
  'api',
  'public',
  '.',
  'development',
]

const floorOf = (file: string): string => {
  const [, folder = '', ...rest] = file.split('/')
  return rest.length > 0 ? folder : '.'
}

describe('the floors of the worker', () => {
  const imports = filesOf('worker').flatMap((file) =>
    [...importsOf(file)]
      .filter((target) => target.startsWith('.'))
      .map((target) => [file, resolved(file, target)] as const),
  )

  it('are all of its folders', () => {
    const folders = new Set(filesOf('worker').map(floorOf))
    expect([...folders].sort()).toEqual([...FLOORS].sort())
  })

  it('are drawn in docs/architecture.md, highest first', () => {
    const [, floors = ''] = readFileSync(`${ROOT}docs/architecture.md`, 'utf8').split('\n## Floors\n')
    const [, drawing = ''] = floors.split('```')
    const lines = drawing.trim().split('\n')
    const heights = lines.map((line) =>
      (line.split('  ')[0] ?? '').split(' · ').map((name) => FLOORS.indexOf(name.includes('.ts') ? '.' : name)),
    )
    const byHeight = heights.map((ones) => ones.toSorted((one, other) => other - one))
    expect(byHeight.flat()).toEqual(FLOORS.map((_, height) => height).reverse())
  })

  it('import downwards only', () => {
    const upwards = imports.filter(([from, to]) => FLOORS.indexOf(floorOf(to)) > FLOORS.indexOf(floorOf(from)))
    expect(upwards.map(([from, to]) => `${from} imports ${to}`)).toEqual([])
  })
})

/** Goes through a graph and tells each way that leads back to where it has been. */
function circlesOf(graph: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (node: string, path: readonly string[]): void => {
    if (path.includes(node)) circles.push([...path.slice(path.indexOf(node)), node].join(' → '))
    if (done.has(node) || path.includes(node)) return
    for (const next of graph.get(node) ?? []) visit(next, [...path, node])
    done.add(node)
  }
  for (const node of graph.keys()) visit(node, [])
  return circles
}

/** `worker/api/http/url.ts` → `worker`, `worker/api`, `worker/api/http`. */
const foldersAbove = (file: string): readonly string[] =>
  file
    .split('/')
    .slice(0, -1)
    .map((_, depth, names) => names.slice(0, depth + 1).join('/'))

/** What a folder holds, each with what it imports beside it. */
function contentsOf(folder: string, graph: ReadonlyMap<string, ReadonlySet<string>>): Map<string, Set<string>> {
  const isInside = (file: string) => file.startsWith(`${folder}/`) && graph.has(file)
  const partOf = (file: string) => `${folder}/${file.slice(folder.length + 1).split('/')[0]}`
  const parts = new Map<string, Set<string>>()
  for (const [file, targets] of graph) {
    if (!isInside(file)) continue
    const reached = parts.get(partOf(file)) ?? new Set()
    for (const target of targets) if (isInside(target) && partOf(target) !== partOf(file)) reached.add(partOf(target))
    parts.set(partOf(file), reached)
  }
  return parts
}

describe('circles of imports', () => {
  const files = WORKSPACES.flatMap(filesOf)
  const graph = new Map(files.map((file) => [file, new Set([...importsOf(file)].map((to) => resolved(file, to)))]))

  it('do not exist between files', () => {
    expect(circlesOf(graph)).toEqual([])
  })

  it('do not exist between what a folder holds, files and folders, at any depth', () => {
    const folders = new Set(files.flatMap((file) => foldersAbove(file)))
    expect([...folders].flatMap((folder) => circlesOf(contentsOf(folder, graph)))).toEqual([])
  })
})

describe('the pure core', () => {
  it('has no clock, no chance, no network and no environment', () => {
    const IMPURE =
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b|\bfetch\(|\benv\b|\bsetTimeout\b/
    const code = (file: string) => readFileSync(ROOT + file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    const impure = [...filesOf('worker/domain'), ...filesOf('shared')].filter((file) => IMPURE.test(code(file)))
    expect(impure).toEqual([])
  })
})

describe('the size of things', () => {
  const lines = (file: string) => readFileSync(ROOT + file, 'utf8').split('\n').length - 1

  it('keeps every source file within 260 lines, and half of them within 80', () => {
    const sizes = WORKSPACES.flatMap(filesOf).map((file) => [file, lines(file)] as const)
    expect(sizes.filter(([, count]) => count > 260)).toEqual([])
    const sorted = sizes.map(([, count]) => count).sort((a, b) => a - b)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(80)
  })
})
