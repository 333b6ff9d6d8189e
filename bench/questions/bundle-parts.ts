import { dirname, relative, resolve, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Metafile, type Plugin } from 'esbuild'
import { ROOT } from '../root.ts'
import { aliases, DEPLOYED_AS } from '../workerd/bundle.ts'

/** A package, or a folder of ours, in production's bundle. */
export type BundlePart = {
  readonly name: string
  readonly minifiedKib: number
  /** What the whole is smaller by, compressed, without it. */
  readonly gzipKib: number
}

const BYTES_PER_KIB = 1_024

/** A part of less than this is told with others. */
const TOLD_FROM_KIB = 2

/** Their first files import all the others. */
const WHOLE: ReadonlySet<string> = new Set(['worker', 'shared'])

const PACKAGE = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\/.*$/

/** The package that a file is of, or our folder: `zod`, `worker/ledger`. */
function partOf(path: string): string {
  const within = relative(ROOT, resolve(ROOT, path)).split(sep).join('/')
  if (PACKAGE.test(within)) return within.replace(PACKAGE, '$1')
  return dirname(within).split('/').slice(0, 2).join('/')
}

const NOTHING = 'nothing'

/** Puts nothing in the place of a part. Whoever imports from it gets nothing: the bundle is weighed, and never run. */
const without = (part: string): Plugin => ({
  name: 'without',
  setup: ({ onResolve, onLoad, resolve: find }) => {
    onResolve({ filter: /./ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (pluginData === NOTHING) return undefined
      const found = await find(path, { kind, importer, resolveDir, pluginData: NOTHING })
      return partOf(found.path) === part ? { path: found.path, namespace: NOTHING } : found
    })
    onLoad({ filter: /./, namespace: NOTHING }, () => ({ contents: 'module.exports = {}' }))
  },
})

async function weigh(plugins: readonly Plugin[]): Promise<{ readonly metafile: Metafile; readonly gzipBytes: number }> {
  const { metafile, outputFiles } = await build({
    ...DEPLOYED_AS,
    plugins: [...plugins, aliases],
    entryPoints: [`${ROOT}/worker/index.ts`],
    metafile: true,
    write: false,
    logLevel: 'silent',
  })
  const gzipBytes = outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents).length, 0)
  return { metafile, gzipBytes }
}

/**
 * What each part of production's bundle weighs, the heaviest first. What is not there without it is its own, and what only it
 * imports; words that it shares with others are there without it.
 */
export async function measureBundleParts(): Promise<readonly BundlePart[]> {
  const { metafile, gzipBytes } = await weigh([])
  const minified = new Map<string, number>()
  for (const { inputs } of Object.values(metafile.outputs))
    for (const [path, { bytesInOutput }] of Object.entries(inputs))
      minified.set(partOf(path), (minified.get(partOf(path)) ?? 0) + bytesInOutput)
  const parts: BundlePart[] = []
  for (const [name, bytes] of minified)
    if (bytes >= TOLD_FROM_KIB * BYTES_PER_KIB && !WHOLE.has(name))
      parts.push({
        name,
        minifiedKib: bytes / BYTES_PER_KIB,
        gzipKib: (gzipBytes - (await weigh([without(name)])).gzipBytes) / BYTES_PER_KIB,
      })
  return parts.toSorted((one, other) => other.gzipKib - one.gzipKib)
}
