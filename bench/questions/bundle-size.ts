import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { newFolder } from '../processes/folders.ts'
import { ROOT } from '../root.ts'

const BYTES_PER_KIB = 1_024

/** What production's Worker weighs as it would be deployed, in KiB. */
export type BundleSize = { readonly minifiedKib: number; readonly gzipKib: number }

/** Bundles production's Worker with wrangler, without deploying it, and weighs every module of it. */
export function measureBundle(): BundleSize {
  const folder = newFolder('bundle')
  execFileSync(
    process.execPath,
    [
      join(ROOT, 'node_modules/wrangler/bin/wrangler.js'),
      ...['deploy', '--dry-run', '--env', 'production', '--minify', '--outdir', folder],
    ],
    { cwd: ROOT, stdio: 'pipe', env: { ...process.env, WRANGLER_WRITE_LOGS: 'false' } },
  )
  const modules = readdirSync(folder).filter((name) => !name.endsWith('.map') && name !== 'README.md')
  const contents = modules.map((name) => readFileSync(join(folder, name)))
  const sum = (weigh: (content: Buffer) => number): number =>
    contents.reduce((total, content) => total + weigh(content), 0) / BYTES_PER_KIB
  return { minifiedKib: sum((content) => content.length), gzipKib: sum((content) => gzipSync(content).length) }
}
