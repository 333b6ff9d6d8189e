import { asksOrStrays, type Command, HELP, parseOptions, showUsage } from './command.ts'

const USAGE = `Usage: straks lsp --stdio

Serves an editor: the language server on standard input and output.
`

/** What editors start a server with. The protocol's library reads them from the command line itself. */
const OPTIONS = {
  stdio: { type: 'boolean' },
  'node-ipc': { type: 'boolean' },
  pipe: { type: 'string' },
  clientProcessId: { type: 'string' },
  ...HELP,
} as const

/** `straks lsp`: the language server, for editors that start one. */
export const lsp: Command = {
  name: 'lsp',
  summary: 'serve an editor (language server on standard input and output)',
  run: async (argv, streams) => {
    const parsed = parseOptions(argv, OPTIONS)
    if (!parsed.ok) return showUsage(parsed.failure, USAGE, streams)
    const { stdio, 'node-ipc': ipc, pipe, help } = parsed.value.values
    const other = asksOrStrays(parsed.value.positionals, help)
    if (other) return showUsage(other, USAGE, streams)
    if (!stdio && !ipc && pipe === undefined) return showUsage({ message: 'lsp takes --stdio' }, USAGE, streams)
    const [{ serve }, { serveNode }, { checkedParameters }] = await Promise.all([
      import('../server/connection.ts'),
      import('../server/node-main.ts'),
      import('../server/parameters.ts'),
    ])
    serveNode(serve, checkedParameters)
    // The connection keeps the process alive, and ends it.
    return 0
  },
}
