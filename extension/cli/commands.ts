import { admin } from './admin/admin.ts'
import type { Command, ExitCode, Streams } from './command.ts'
import { explain } from './explain.ts'
import { lint } from './lint/lint.ts'
import { lsp } from './lsp.ts'
import { mcp } from './mcp/mcp.ts'
import { preview } from './preview.ts'
import { version } from './version.ts'

/** Every command there is. */
const COMMANDS: readonly Command[] = [lint, explain, preview, lsp, mcp, admin]

const width = COMMANDS.reduce((most, { name }) => Math.max(most, name.length), 0)

const USAGE = `Usage: straks COMMAND [options]

${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}\n`).join('')}
Without a command, FILE… is linted. straks COMMAND --help tells more.
`

/** Runs the command that a command line names; without one, it names files to lint. */
export async function run(argv: readonly string[], streams: Streams): Promise<ExitCode> {
  const [first, ...rest] = argv
  if (first === undefined) {
    streams.err(`straks: no command and no files\n\n${USAGE}`)
    return 2
  }
  if (first === '--version' || first === '-v') {
    streams.out(`${version}\n`)
    return 0
  }
  if (first === '--help' || first === '-h' || first === 'help') {
    streams.out(USAGE)
    return 0
  }
  const command = COMMANDS.find(({ name }) => name === first)
  return command ? command.run(rest, streams) : lint.run(argv, streams)
}
