import { mkdir, rm, writeFile } from 'node:fs/promises'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import { DIST, EXTENSION } from './places.ts'

const COMMON: BuildOptions = {
  absWorkingDir: EXTENSION,
  bundle: true,
  minify: true,
  legalComments: 'none',
  charset: 'utf8',
  platform: 'node',
  conditions: ['node', 'browser'],
  target: 'es2023',
  logLevel: 'warning',
}

/** What stands in for `import.meta` in a bundle that is no module. */
const NO_MODULE = { 'import.meta.dirname': '__dirname' }

/**
 * Parts of Node that the protocol's library requires at its start and calls for transports that the server does not use. Each takes
 * Node some milliseconds and a megabyte, so they are loaded when one of their functions is first asked for.
 */
const SELDOM_USED = /^(?:child_process|crypto)$/

const seldomUsed: Plugin = {
  name: 'seldom-used',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: SELDOM_USED }, ({ path }) => ({ path, namespace: 'seldom-used' }))
    onLoad({ filter: /./, namespace: 'seldom-used' }, ({ path }) => ({
      contents: `module.exports = new Proxy({}, { get: (_, name) => require('node:${path}')[name] })`,
    }))
  },
}

/** Each file serves both hosts, Node and a browser's worker: it loads what is the host's own once it knows which it is. */
const BUNDLES: readonly BuildOptions[] = [
  { entryPoints: { client: 'client/extension.ts' }, format: 'cjs', external: ['vscode'] },
  {
    entryPoints: { server: 'server/any-host.ts' },
    format: 'iife',
    mainFields: ['module', 'main'],
    define: NO_MODULE,
    plugins: [seldomUsed],
  },
]

/** Makes one file each of client and server: small, or such that a debugger can follow them. */
export async function bundle(mode: 'small' | 'debug' = 'small', folder = DIST): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  // The extension's own manifest says that its sources are modules; the bundles are not.
  await writeFile(`${folder}/package.json`, '{ "type": "commonjs" }\n')
  const debug: BuildOptions = mode === 'debug' ? { minify: false, sourcemap: true } : {}
  await Promise.all(BUNDLES.map((options) => build({ ...COMMON, outdir: folder, ...options, ...debug })))
}
