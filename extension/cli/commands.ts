import { existsSync } from 'node:fs'
import { nearestWord } from '@straks/shared/text'
import { admin } from './admin/admin.ts'
import { type Command, type ExitCode, noSuch, type Streams, showUsage } from './command.ts'
import { explain } from './explain.ts'
import { lint } from './lint/lint.ts'
import { lsp } from './lsp.ts'
import { mcp } from './mcp/mcp.ts'
import { preview } from './preview.ts'
import { version } from './version.ts'

/** Every command there is. */
const COMMANDS: readonly Command[] = [lint, explain, preview, lsp, mcp, admin]

const NAMES = COMMANDS.map(({ name }) => name)

const width = NAMES.reduce((most, name) => Math.max(most, name.length), 0)

const USAGE = `Usage: straks COMMAND [options]

${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}\n`).join('')}
Without a command, FILE… is linted. straks COMMAND --help tells more.
`

const commandNamed = (word: string | undefined): Command | undefined => COMMANDS.find(({ name }) => name === word)

/** Words that ask about the tool itself. */
const ABOUT_THE_TOOL: ReadonlySet<string> = new Set(['--version', '-v', '--help', '-h', 'help'])

/** Runs the command that a command line names; without one, it names files to lint. */
export async function run(argv: readonly string[], streams: Streams): Promise<ExitCode> {
  const [first, ...rest] = argv
  if (first === undefined) {
    streams.err(`straks: no command and no files\n\n${USAGE}`)
    return 2
  }
  const command = commandNamed(first)
  if (first === 'help' && rest.length === 1 && commandNamed(rest[0])) return run([...rest, '--help'], streams)
  if (ABOUT_THE_TOOL.has(first)) {
    const [word] = rest
    if (word !== undefined) return showUsage({ message: `${first} takes no more words, as ${word}` }, USAGE, streams)
    streams.out(first === '--version' || first === '-v' ? `${version}\n` : USAGE)
    return 0
  }
  if (command) return command.run(rest, streams)
  const isSlip = nearestWord(first, NAMES) !== undefined && !existsSync(first)
  return isSlip ? showUsage({ message: noSuch('command', first, NAMES) }, USAGE, streams) : lint.run(argv, streams)
}
