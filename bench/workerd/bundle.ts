import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { newFolder } from '../processes/folders.ts'
import { DEPLOYED } from './deployed.ts'

/** `alias` of wrangler.toml, as wrangler reads it: esbuild's own takes no relative names. */
const aliases: Plugin = {
  name: 'aliases',
  setup: ({ onResolve }) => {
    onResolve({ filter: /./ }, ({ path }) => {
      const alias = DEPLOYED.alias.get(path)
      return alias === undefined ? undefined : { path: alias }
    })
  },
}

const made = new Map<string, Promise<string>>()

/** Bundles a Worker as `wrangler deploy` does, which minifies production's, once in a run, and returns the file. */
export function bundle(entry: string): Promise<string> {
  const bundled = made.get(entry) ?? makeBundle(entry)
  made.set(entry, bundled)
  return bundled
}

async function makeBundle(entry: string): Promise<string> {
  const outfile = join(newFolder('bundle'), 'worker.js')
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    target: 'es2024',
    minify: true,
    conditions: ['workerd', 'worker', 'browser'],
    external: ['cloudflare:*', 'node:*'],
    plugins: [aliases],
    loader: { '.txt': 'text', '.html': 'text' },
    logLevel: 'warning',
  })
  return outfile
}
