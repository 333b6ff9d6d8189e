import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../../extension/cli/main.ts', import.meta.url))

/** What a run of the terminal's twin came to. */
export type Run = { readonly code: number | null; readonly out: string; readonly err: string }

/** Runs `straks` as a process of its own. */
export async function straks(words: readonly string[], cwd: string, input = ''): Promise<Run> {
  const child = spawn(process.execPath, [MAIN, ...words], {
    cwd,
    stdio: 'pipe',
    env: { ...process.env, NO_COLOR: '1' },
  })
  child.stdin.end(input)
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { code, out, err }
}
