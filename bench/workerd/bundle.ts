import { join } from 'node:path'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import { newFolder } from '../processes/folders.ts'
import { DEPLOYED } from './deployed.ts'

/** `alias` of wrangler.toml, as wrangler reads it: esbuild's own takes no relative names. */
export const aliases: Plugin = {
  name: 'aliases',
  setup: ({ onResolve }) => {
    onResolve({ filter: /./ }, ({ path }) => {
      const alias = DEPLOYED.alias.get(path)
      return alias === undefined ? undefined : { path: alias }
    })
  },
}

const made = new Map<string, Promise<string>>()

/** How `wrangler deploy` bundles: what the bundle is made of, and where it goes, is left open. */
export const DEPLOYED_AS = {
  bundle: true,
  format: 'esm',
  target: 'es2024',
  minify: true,
  conditions: ['workerd', 'worker', 'browser'],
  external: ['cloudflare:*', 'node:*'],
  loader: { '.txt': 'text', '.html': 'text' },
} as const satisfies BuildOptions

/** Bundles a Worker as `wrangler deploy` does, which minifies production's, once in a run, and returns the file. */
export function bundle(entry: string): Promise<string> {
  const bundled = made.get(entry) ?? makeBundle(entry)
  made.set(entry, bundled)
  return bundled
}

async function makeBundle(entry: string): Promise<string> {
  const outfile = join(newFolder('bundle'), 'worker.js')
  await build({ ...DEPLOYED_AS, plugins: [aliases], entryPoints: [entry], outfile, logLevel: 'warning' })
  return outfile
}

/** A Worker's whole bundle inside a function that nothing calls: what is left of a start is looking through the text. */
export async function bundleUncalled(entry: string): Promise<string> {
  const { outputFiles } = await build({
    ...DEPLOYED_AS,
    plugins: [aliases],
    entryPoints: [entry],
    format: 'cjs',
    write: false,
    logLevel: 'warning',
  })
  return `export function uncalled(require, module) {${outputFiles.map(({ text }) => text).join('')}}\n`
}
