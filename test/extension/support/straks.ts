import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { builtTerminal } from '../../support/built-terminal/file.ts'

/** What a run of the terminal's twin came to. */
export type Run = { readonly code: number | null; readonly out: string; readonly err: string }

/** Reads a stream to its end, its byte-order mark with it. */
const read = async (stream: Readable): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await buffer(stream))

const run = async (
  words: readonly [string, ...string[]],
  cwd: string,
  input = '',
  env: Readonly<Record<string, string>> = {},
): Promise<Run> => {
  const [command, ...rest] = words
  const { FORCE_COLOR: _, ...inherited } = process.env
  const child = spawn(command, rest, { cwd, stdio: 'pipe', env: { ...inherited, NO_COLOR: '1', ...env } })
  child.stdin.end(input)
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [out, err, code] = await Promise.all([read(child.stdout), read(child.stderr), ended])
  return { code, out, err }
}

/** Runs `straks` as a process of its own. */
export const straks = (words: readonly string[], cwd: string, input?: string): Promise<Run> =>
  run([process.execPath, builtTerminal(), ...words], cwd, input)

/** The same in an environment of its own. */
export const straksWith = (
  env: Readonly<Record<string, string>>,
  words: readonly string[],
  cwd: string,
): Promise<Run> => run([process.execPath, builtTerminal(), ...words], cwd, '', env)

/** The same where no file may become larger than some blocks, as on a disk that is full. */
export const straksWithin = (blocks: number, words: readonly string[], cwd: string): Promise<Run> =>
  run(['sh', '-c', `ulimit -f ${blocks}; exec "$@"`, 'sh', process.execPath, builtTerminal(), ...words], cwd)
