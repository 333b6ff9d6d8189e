import type { Command } from './command.ts'

const USAGE = `Usage: straks lsp --stdio

Serves an editor: the language server on standard input and output.
`

/** `straks lsp`: the language server, for editors that start one. */
export const lsp: Command = {
  name: 'lsp',
  summary: 'serve an editor (language server on standard input and output)',
  run: async (argv, { out, err }) => {
    if (argv.includes('--help') || argv.includes('-h')) {
      out(USAGE)
      return 0
    }
    // The protocol library reads the transport from the command line itself.
    if (!argv.some((word) => word === '--stdio' || word === '--node-ipc' || word.startsWith('--pipe'))) {
      err(`straks: lsp takes --stdio\n\n${USAGE}`)
      return 2
    }
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
