import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import * as z from 'zod'
import { builtTerminal } from '../../support/built-terminal/file.ts'

const Reports = z.array(
  z.object({
    code: z.string(),
    message: z.string(),
    range: z.object({ start: z.object({ line: z.number(), character: z.number() }) }),
  }),
)

/** One finding, in what all clients have of it. */
export type Said = {
  readonly code: string
  readonly message: string
  readonly line: number
  readonly character: number
}

/** What `straks lint` says of a file: the measure of every other client. */
export async function terminalFindings(file: string): Promise<readonly Said[]> {
  const run = promisify(execFile)(process.execPath, [builtTerminal(), '--format', 'json', file])
  // Findings make it exit with 1: its output is what counts.
  const stdout = await run.then((done) => done.stdout).catch((failed: { stdout: string }) => failed.stdout)
  return Reports.parse(JSON.parse(stdout)).map(({ code, message, range: { start } }) => ({ code, message, ...start }))
}
