import { execFile } from 'node:child_process'
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { ROOT, runTool } from '../../scripts/run.ts'
import manifest from '../package.json' with { type: 'json' }

const OUT = `${ROOT}dist/client`

/** Node 20 has all that the client uses: `fetch`, Web Crypto, `AbortSignal.any`. */
const ENGINES = { node: '>=20' }

/** What the registry shows: the built files instead of the sources, and nothing that only this repository needs. */
const published = {
  name: manifest.name,
  version: manifest.version,
  description: manifest.description,
  license: manifest.license,
  homepage: manifest.homepage,
  repository: manifest.repository,
  bugs: manifest.bugs,
  type: 'module',
  sideEffects: false,
  engines: ENGINES,
  exports: { '.': { types: './index.d.ts', default: './index.js' } },
}

/** Builds the client as plain modules with their types, and packs it: `dist/straks-client-<version>.tgz`. */
export async function packClient(): Promise<string> {
  await rm(OUT, { recursive: true, force: true })
  await mkdir(OUT, { recursive: true })
  const code = await runTool('typescript/bin/tsc', ['-p', 'client/tsconfig.build.json'])
  if (code !== 0) throw new Error('The client does not compile.')
  await writeFile(`${OUT}/package.json`, `${JSON.stringify(published, null, 2)}\n`)
  await Promise.all([cp(`${ROOT}client/README.md`, `${OUT}/README.md`), cp(`${ROOT}LICENSE`, `${OUT}/LICENSE`)])
  const { stdout } = await promisify(execFile)('npm', ['pack', OUT, '--pack-destination', `${ROOT}dist`, '--silent'])
  return `${ROOT}dist/${stdout.trim()}`
}

if (import.meta.main) console.log(await packClient())
