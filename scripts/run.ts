import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The repository's own folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Settings that keep the local tools quiet, offline and fast: compiled code is kept from one start to the next. */
export const LOCAL_TOOL_SETTINGS: Readonly<Record<string, string>> = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_WRITE_LOGS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  X_LOCAL_OBSERVABILITY: 'false',
  X_LOCAL_EXPLORER: 'false',
  NODE_COMPILE_CACHE: `${ROOT}node_modules/.cache/node`,
}

/** Runs one of the installed tools with this very Node, its output shown as it comes; resolves to its exit code. */
export function runTool(script: string, parameters: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`${ROOT}node_modules/${script}`, ...parameters], {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, ...LOCAL_TOOL_SETTINGS },
    })
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(signal ? 1 : (code ?? 1)))
  })
}
