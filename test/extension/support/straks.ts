import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { builtTerminal } from '../../support/built-terminal/file.ts'

/** What a run of the terminal's twin came to. */
export type Run = { readonly code: number | null; readonly out: string; readonly err: string }

/** Reads a stream to its end, its byte-order mark with it. */
const read = async (stream: Readable): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await buffer(stream))

/** Runs `straks` as a process of its own. */
export async function straks(words: readonly string[], cwd: string, input = ''): Promise<Run> {
  const child = spawn(process.execPath, [builtTerminal(), ...words], {
    cwd,
    stdio: 'pipe',
    env: { ...process.env, NO_COLOR: '1' },
  })
  child.stdin.end(input)
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [out, err, code] = await Promise.all([read(child.stdout), read(child.stderr), ended])
  return { code, out, err }
}
