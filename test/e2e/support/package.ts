import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Packs the extension once, before any of the editors is started. */
export function setup(): void {
  const script = fileURLToPath(new URL('../../../extension/scripts/package.ts', import.meta.url))
  execFileSync(process.execPath, [script], { stdio: ['ignore', 'ignore', 'inherit'] })
}
