import { createHash, randomUUID } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Asset, AUDIENCES, type Audience } from '../docs/asset.ts'
import { ROOT } from '../run.ts'

/** Where the files that are deployed beside the Worker are built: wrangler.toml names its folders. */
export const ASSETS = `${ROOT}worker/dist/`

/** What pages are made of. */
const SOURCES = [
  'worker/**/*.{ts,css,html,svg,txt}',
  'shared/**/*.ts',
  'scripts/**/*.ts',
  'docs/**/*.{md,json}',
  'package-lock.json',
]

const STAMP = `${ASSETS}.stamp`

/** The sources as they are now: their names, sizes and times. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const path of globSync(SOURCES, { cwd: ROOT, exclude: ['worker/dist/**', '**/node_modules/**'] }).sort()) {
    const { mtimeMs, size } = statSync(ROOT + path)
    hash.update(`${path}\0${mtimeMs}\0${size}\n`)
  }
  return hash.digest('hex')
}

/** Writes a file at once or not at all: several builds may run side by side. */
function write(path: string, content: string | Uint8Array): void {
  if (existsSync(path) && readFileSync(path).equals(Buffer.from(content))) return
  mkdirSync(dirname(path), { recursive: true })
  const beside = `${path}.${randomUUID()}`
  writeFileSync(beside, content)
  renameSync(beside, path)
}

function settle(audience: Audience, assets: readonly Asset[]): void {
  const folder = `${ASSETS}${audience}/`
  for (const { path, content } of assets) write(folder + path, content)
  const wanted = new Set(assets.map(({ path }) => path))
  for (const path of globSync('**/*.*', { cwd: folder }))
    if (!wanted.has(path.replaceAll('\\', '/')) && statSync(folder + path).isFile())
      rmSync(folder + path, { force: true })
}

/** Builds what is deployed beside the Worker, unless it is built from these very sources. */
export async function buildPages(): Promise<void> {
  const sources = fingerprint()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return
  const { assetsFor } = await import('./assets.ts')
  for (const audience of AUDIENCES) settle(audience, await assetsFor(audience))
  write(STAMP, sources)
}
