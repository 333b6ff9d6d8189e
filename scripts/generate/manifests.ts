import { readFileSync } from 'node:fs'
import { ROOT } from '../run.ts'
import type { Output } from './output.ts'

/** The packages that are published, each with its folder's manifest. */
const PUBLISHED = ['extension', 'client']

type Manifest = Readonly<Record<string, unknown>>

const read = (path: string): Manifest => JSON.parse(readFileSync(ROOT + path, 'utf8'))

/** What the root's manifest says for all packages; a member that a package has keeps its place. */
function shared(folder: string): Manifest {
  const { version, license, homepage, repository, bugs } = read('package.json')
  return { version, license, homepage, repository: { ...Object(repository), directory: folder }, bugs }
}

/** The manifests of the published packages, with version, licence and addresses as the root's manifest has them. */
export const manifests = (): readonly Output[] =>
  PUBLISHED.map((folder) => {
    const path = `${folder}/package.json`
    return { path, content: `${JSON.stringify({ ...read(path), ...shared(folder) }, null, 2)}\n` }
  })
