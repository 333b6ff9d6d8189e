import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'
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

/** Bundles a Worker as `wrangler deploy` does, which minifies production's, and returns the file. */
export async function bundle(entry: string, folder: string): Promise<string> {
  const outfile = join(folder, 'worker.js')
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
