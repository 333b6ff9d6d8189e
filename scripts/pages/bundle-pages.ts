import { basename } from 'node:path'
import { build } from 'esbuild'
import type { Asset } from '../docs/asset.ts'
import { ROOT } from '../run.ts'

/** Makes one script and one style sheet of each page: `NAME/main.ts` and `NAME/styles/main.css`. */
export async function bundlePages(names: readonly string[]): Promise<readonly Asset[]> {
  const entries = names.flatMap((name) => [
    { in: `worker/public/${name}/main.ts`, out: name },
    { in: `worker/public/${name}/styles/main.css`, out: name },
  ])
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: entries,
    outdir: ROOT,
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    charset: 'utf8',
    legalComments: 'none',
    target: 'es2023',
    logLevel: 'warning',
  })
  return outputFiles.map(({ path, contents }) => ({ path: basename(path), content: contents }))
}
