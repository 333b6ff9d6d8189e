import { setImmediate } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { type Connection, createConnection, type MessageStrategy, ProposedFeatures } from 'vscode-languageserver/node'
import { rulePageFolder } from '../rule-page-folder.ts'
import { diskFiles } from './disk-files.ts'
import { Framing } from './framing.ts'
import type { ConnectionHandler } from './host.ts'
import { clearAwayAlone } from './node-flags.ts'

/** The connection to the process that started this one: over standard input and output, or as the command line says. */
function connect(messageStrategy: MessageStrategy): Connection {
  const options = { messageStrategy }
  if (!process.argv.includes('--stdio')) return createConnection(ProposedFeatures.all, options)
  const framing = new Framing((problem) => process.stderr.write(`straks: ${problem}\n`))
  return createConnection(ProposedFeatures.all, process.stdin.pipe(framing), process.stdout, options)
}

/** Serves the process that started this one. */
export function serveNode(serve: ConnectionHandler, strategy: MessageStrategy): void {
  clearAwayAlone()
  const pages = rulePageFolder()
  serve(
    connect(strategy),
    { rest: () => setImmediate(), now: () => performance.now(), time: () => Date.now() },
    diskFiles,
    pages && `${pathToFileURL(pages).href}/`,
  )
}
