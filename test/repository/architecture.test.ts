import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../scripts/run.ts'

const IMPORT = /(?:\bfrom\s+|\bimport\s*\(?\s*)['"]([^'"]+)['"]/g
const NO_CODE = /(^|\/)(node_modules|dist|generated|public)\//

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

const dependenciesOf = (workspace: string): readonly string[] =>
  Object.keys(JSON.parse(readFileSync(`${ROOT}${workspace}/package.json`, 'utf8')).dependencies)

describe('the arrows between the rooms', () => {
  it('lead from shared only to the libraries its manifest declares, and the one file that depends on where it runs', () => {
    expect(strays('shared', [...dependenciesOf('shared'), '#numbering-plans'])).toEqual([])
    expect(
      filesOf('shared')
        .flatMap((file) => [...importsOf(file)])
        .filter(isBuiltin),
    ).toEqual([])
  })

  it('lead from the worker only to shared’s doors, its declared libraries and the platform', () => {
    expect(strays('worker', [...dependenciesOf('worker'), 'cloudflare:workers', 'cloudflare:sockets'])).toEqual([])
  })

  it('lead from the worker’s domain only to shared', () => {
    expect(strays('worker/domain', ['@straks/shared'])).toEqual([])
  })

  it('lead from the editor only to shared’s doors, its declared libraries and Node', () => {
    const found = strays('extension', [...dependenciesOf('extension'), 'vscode'])
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

  it('lead to the code for a laptop from the entry for a laptop only', () => {
    const importers = filesOf('worker').filter((file) =>
      [...importsOf(file)].some((target) => resolved(file, target).startsWith('worker/dev/')),
    )
    expect(importers.filter((file) => !file.startsWith('worker/dev/'))).toEqual(['worker/development.ts'])
  })

  it('lead to providers from delivery, the entries and the providers themselves, not from routes', () => {
    const importers = filesOf('worker/routes').filter((file) =>
      [...importsOf(file)].some((target) => resolved(file, target).startsWith('worker/providers/')),
    )
    expect(importers).toEqual([])
  })

  it('never lead to the tests', () => {
    for (const folder of ['shared', 'worker', 'scripts', 'bench'])
      for (const file of filesOf(folder))
        for (const target of importsOf(file)) expect(resolved(file, target), file).not.toMatch(/^test\//)
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

  it('keeps every source file within 350 lines, and half of them within 80', () => {
    const sizes = ['shared', 'worker', 'scripts', 'bench', 'extension']
      .flatMap(filesOf)
      .map((file) => [file, lines(file)] as const)
    expect(sizes.filter(([, count]) => count > 350)).toEqual([])
    const sorted = sizes.map(([, count]) => count).sort((a, b) => a - b)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(80)
  })
})
