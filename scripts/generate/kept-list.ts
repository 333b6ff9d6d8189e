import { existsSync, readFileSync } from 'node:fs'
import { ROOT } from '../run.ts'
import type { Output } from './output.ts'

/** What a file exports, and the file as its list imports it. */
type Listed = { readonly name: string; readonly from: string }

/** A list of what files export. */
type KeptList = {
  readonly path: string
  /** Where the listed files are, for the first line. */
  readonly folder: string
  /** The type of what is listed, and its file as the list imports it. */
  readonly type: Listed
  /** What the list is called, and its comment. */
  readonly name: string
  readonly comment: string
}

/** The names that a list has now, in its order. */
const namesIn = (content: string): readonly string[] =>
  [...content.matchAll(/^ {2}(\w+),$/gm)].map(([, name = '']) => name)

/** Those that the list has, in its order, and the others after them: a line that someone moved stays where it is. */
export function inOrderOf(kept: string, found: readonly Listed[]): readonly Listed[] {
  const names = namesIn(kept)
  const placeOf = ({ name }: Listed): number => (names.includes(name) ? names.indexOf(name) : names.length)
  return found.toSorted((one, other) => placeOf(one) - placeOf(other))
}

/** As the formatter compares paths. */
const nameOf = (path: string): string => path.slice(0, -'.ts'.length)

/** One line for each file, in the order of paths. */
function importsOf(found: readonly Listed[], type: Listed): readonly string[] {
  const files = [...new Set(found.map(({ from }) => from))]
  const imports = files.map((file) => {
    const names = found.filter(({ from }) => from === file).map(({ name }) => name)
    return { from: file, line: `import { ${names.toSorted().join(', ')} } from '${file}'` }
  })
  imports.push({ from: type.from, line: `import type { ${type.name} } from '${type.from}'` })
  return imports.toSorted((one, other) => (nameOf(one.from) < nameOf(other.from) ? -1 : 1)).map(({ line }) => line)
}

/** A list that has everything which is found and nothing else, in the order in which it is kept. */
export function keptList({ path, folder, type, name, comment }: KeptList, found: readonly Listed[]): Output {
  const listed = inOrderOf(existsSync(ROOT + path) ? readFileSync(ROOT + path, 'utf8') : '', found)
  const content = `// \`npm run generate\` adds and removes lines here, from ${folder}. To change the order, move a line.
${importsOf(found, type).join('\n')}

/** ${comment} */
// biome-ignore format: one name a line
export const ${name}: readonly ${type.name}[] = [
${listed.map((one) => `  ${one.name},`).join('\n')}
]
`
  return { path, content }
}
