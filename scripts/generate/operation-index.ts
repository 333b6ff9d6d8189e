import { readdirSync, readFileSync } from 'node:fs'
import { dirname, posix } from 'node:path'
import { ROOT } from '../run.ts'
import type { Output } from './output.ts'

/** Where the index is kept. */
export const INDEX_FILE = 'test/conformance/operations.md'

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const

type Described = { readonly operationId?: string | undefined; readonly summary?: string | undefined }

/** The part of the API's description that the index reads. */
export type Description = {
  readonly paths?: Readonly<Record<string, { readonly [Method in (typeof METHODS)[number]]?: Described | undefined }>>
}

/** One operation of a description, in its order. */
export type Operation = { readonly name: string; readonly id: string; readonly summary: string }

/** The operations of a description. */
export const operationsOf = ({ paths = {} }: Description): readonly Operation[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method]
      if (!operation) return []
      const { operationId = '', summary = '' } = operation
      return [{ name: `${method.toUpperCase()} ${path}`, id: operationId, summary }]
    }),
  )

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(ROOT + folder, { recursive: true, encoding: 'utf8' }).map((path) => posix.join(folder, path))

/** The files that routes are declared in, each with its text. */
const routeFiles = filesBelow('worker/api')
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, text: readFileSync(ROOT + path, 'utf8') }))

const altinnPages = filesBelow('docs/altinn').filter((path) => path.endsWith('.md'))

const CITATION = /(docs\/[\w/-]+\.md)((?:,? §\d+(?:\.\d+)?)*)/g

/** A section of what is known of Altinn: on the page itself, or on one of the folder of its name. */
function sectionLink(page: string, section: string): string {
  const folder = `${page.slice(0, -'.md'.length)}/`
  const home = altinnPages.find(
    (path) =>
      (path === page || path.startsWith(folder)) && readFileSync(ROOT + path, 'utf8').includes(`<a id="${section}">`),
  )
  return `[§${section}](../../${home ?? page}#${section})`
}

function citationsIn(text: string): readonly string[] {
  const found = [...text.matchAll(CITATION)].flatMap(([, page = '', sections = '']) => {
    const cited = [...sections.matchAll(/§(\d+(?:\.\d+)?)/g)].map(([, section = '']) => sectionLink(page, section))
    return cited.length > 0 ? cited : [`[${posix.basename(page, '.md')}](../../${page})`]
  })
  return [...new Set(found)]
}

/** Where an operation is required: what its route's file cites, else what its folder does. */
function sourcesOf(id: string): readonly string[] {
  const file = routeFiles.find(({ text }) => text.includes(`'${id}'`))
  if (file === undefined) return ['[providers](../../docs/providers.md)']
  const own = citationsIn(file.text)
  if (own.length > 0) return own
  const group = routeFiles.find(({ path }) => path === `${dirname(file.path)}/group.ts`)
  return citationsIn(group?.text ?? '')
}

const fileLink = (file: string): string =>
  `[${file.replace(/^conformance\//, '').replace(/\.test\.ts$/, '')}](${posix.relative('conformance', file)})`

/** The test files that call each operation, by its name: paths below `test/`. */
type Callers = ReadonlyMap<string, readonly string[]>

/** The files that the index names beside each operation. */
function recordedCallers(): Callers {
  const rows = readFileSync(ROOT + INDEX_FILE, 'utf8').matchAll(/^\| `(.+?)` \|.*\| ([^|]*)\|$/gm)
  return new Map(
    [...rows].map(([, name = '', cell = '']) => [
      name,
      [...cell.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => posix.join('conformance', link)),
    ]),
  )
}

/** The index of what proves each operation: the routes declare what it is and what requires it, a run tells who calls it. */
function operationIndex(operations: readonly Operation[], callers: Callers): Output {
  const rows = operations.map(({ name, id, summary }) => {
    const files = [...(callers.get(name) ?? [])].sort().map(fileLink)
    return `| \`${name}\` | ${summary} | ${sourcesOf(id).join(', ')} | ${files.join(', ')} |`
  })
  const content = `<!-- Written by \`npm run generate\` from the routes; \`RECORD=1 npm run test:api\` writes the last column. -->
# Operations

Every operation of the API, what requires it, and the files of the suite that call it.

| Operation | | Source | Called by |
|---|---|---|---|
${rows.join('\n')}
`
  return { path: INDEX_FILE, content }
}

/** The index with the callers that it has. */
export const operationIndexKept = (description: Description): Output =>
  operationIndex(operationsOf(description), recordedCallers())

/**
 * The index after a run: the files that ran call what they called, and the others what they did.
 *
 * @param calledBy the names of the operations that each test file called, by its path below `test/`
 */
export function operationIndexAfter(
  description: Description,
  calledBy: ReadonlyMap<string, ReadonlySet<string>>,
): Output {
  const recorded = recordedCallers()
  const operations = operationsOf(description)
  const callers = operations.map(({ name }) => {
    const others = (recorded.get(name) ?? []).filter((file) => !calledBy.has(file))
    const now = [...calledBy].flatMap(([file, called]) => (called.has(name) ? [file] : []))
    return [name, [...others, ...now]] as const
  })
  return operationIndex(operations, new Map(callers))
}
