import { asksOrStrays, type Command, HELP, parseOptions, showUsage } from '../command.ts'

const USAGE = `Usage: straks mcp

Serves a language model over the Model Context Protocol on standard input and output, with the tools validate, explain,
preview and count_sms_parts.
`

/** `straks mcp`: the judge as tools for a language model. */
export const mcp: Command = {
  name: 'mcp',
  summary: 'serve a language model (Model Context Protocol on standard input and output)',
  run: async (argv, streams) => {
    const parsed = parseOptions(argv, HELP)
    if (!parsed.ok) return showUsage(parsed.failure, USAGE, streams)
    const other = asksOrStrays(parsed.value.positionals, parsed.value.values.help)
    if (other) return showUsage(other, USAGE, streams)
    const { serveTools } = await import('./server.ts')
    await serveTools()
    return 0
  },
}
