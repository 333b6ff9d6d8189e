import { execFile } from 'node:child_process'
import { chmod, cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { configFileSchema } from '../lint/config-file.ts'
import manifest from '../package.json' with { type: 'json' }
import { EXTENSION, ROOT } from './places.ts'
import { copyRulePages } from './rule-pages.ts'

const OUT = `${ROOT}dist/straks`

/** What the registry shows. */
const published = {
  name: 'straks',
  version: manifest.version,
  description: 'Lints notification requests as the API judges them. With a language server and an MCP server.',
  license: manifest.license,
  homepage: manifest.homepage,
  repository: manifest.repository,
  bugs: manifest.bugs,
  bin: { straks: 'straks.cjs' },
  engines: { node: '>=20' },
}

/** Bundles the terminal tool and its rule pages into a folder, as one file that runs on Node 20 or later; resolves to the file. */
export async function bundleTerminal(folder: string): Promise<string> {
  await build({
    absWorkingDir: EXTENSION,
    entryPoints: { straks: 'cli/main.ts' },
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    minify: true,
    legalComments: 'linked',
    charset: 'utf8',
    platform: 'node',
    // `module` before `main`: jsonc-parser's other form loads its parts by names that a bundler does not see.
    mainFields: ['module', 'main'],
    target: 'node20',
    format: 'cjs',
    // The bundle is no module, so what modules know of themselves is told otherwise.
    define: { 'import.meta.dirname': '__dirname', 'import.meta.url': '__moduleUrl' },
    banner: { js: "const __moduleUrl=require('node:url').pathToFileURL(__filename).href;" },
    logLevel: 'warning',
  })
  await copyRulePages(folder)
  return `${folder}/straks.cjs`
}

/** Packs the terminal tool: `dist/straks-<version>.tgz`. */
export async function packTerminal(): Promise<string> {
  await rm(OUT, { recursive: true, force: true })
  await mkdir(OUT, { recursive: true })
  await chmod(await bundleTerminal(OUT), 0o755)
  await writeFile(`${OUT}/package.json`, `${JSON.stringify(published, null, 2)}\n`)
  await writeFile(`${OUT}/straks.config.schema.json`, `${JSON.stringify(configFileSchema(), null, 2)}\n`)
  await Promise.all([cp(`${EXTENSION}/cli/README.md`, `${OUT}/README.md`), cp(`${ROOT}LICENSE`, `${OUT}/LICENSE`)])
  const { stdout } = await promisify(execFile)('npm', ['pack', OUT, '--pack-destination', `${ROOT}dist`, '--silent'])
  return `${ROOT}dist/${stdout.trim()}`
}

if (import.meta.main) console.log(await packTerminal())
