import { join } from 'node:path'
import { build } from 'esbuild'

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
    loader: { '.txt': 'text', '.html': 'text' },
    logLevel: 'warning',
  })
  return outfile
}
