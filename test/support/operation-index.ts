import { readdirSync, readFileSync } from 'node:fs'
import { dirname, posix } from 'node:path'
import { ROOT } from '../../scripts/run.ts'
import type { Operation } from './called-operations.ts'

/** Where the index is kept. */
export const INDEX_FILE = 'test/conformance/operations.md'

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(ROOT + folder, { recursive: true, encoding: 'utf8' }).map((path) => posix.join(folder, path))

const routeFiles = filesBelow('worker/api').filter((path) => path.endsWith('.ts'))

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

function citationsIn(file: string): readonly string[] {
  const found = [...readFileSync(ROOT + file, 'utf8').matchAll(CITATION)].flatMap(([, page = '', sections = '']) => {
    const cited = [...sections.matchAll(/§(\d+(?:\.\d+)?)/g)].map(([, section = '']) => sectionLink(page, section))
    return cited.length > 0 ? cited : [`[${posix.basename(page, '.md')}](../../${page})`]
  })
  return [...new Set(found)]
}

/** Where an operation is required: what its route's file cites, else what its folder does. */
function sourcesOf(id: string): readonly string[] {
  const file = routeFiles.find((path) => readFileSync(ROOT + path, 'utf8').includes(`'${id}'`))
  if (file === undefined) return ['[providers](../../docs/providers.md)']
  const own = citationsIn(file)
  return own.length > 0 ? own : citationsIn(`${dirname(file)}/index.ts`)
}

const fileLink = (file: string): string =>
  `[${file.replace(/^conformance\//, '').replace(/\.test\.ts$/, '')}](${posix.relative('conformance', file)})`

/**
 * The index of what proves each operation, from the declarations of the routes and what the suite called.
 *
 * @param calledBy the names of the operations that each test file called, by its path below `test/`
 */
export function operationIndex(
  operations: readonly Operation[],
  calledBy: ReadonlyMap<string, ReadonlySet<string>>,
): string {
  const all = [...calledBy].toSorted(([one], [other]) => (one < other ? -1 : 1))
  const callersOf = (name: string) => all.flatMap(([file, called]) => (called.has(name) ? [fileLink(file)] : []))
  const rows = operations.map(
    ({ name, id, summary }) =>
      `| \`${name}\` | ${summary} | ${sourcesOf(id).join(', ')} | ${callersOf(name).join(', ')} |`,
  )
  return `<!-- Written by \`RECORD=1 npm run test:api\` from the routes and from what the suite called. -->
# Operations

Every operation of the API, what requires it, and the files of the suite that call it.

| Operation | | Source | Called by |
|---|---|---|---|
${rows.join('\n')}
`
}
