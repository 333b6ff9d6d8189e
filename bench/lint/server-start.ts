import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setTimeout } from 'node:timers/promises'
import { LanguageServer } from './language-server.ts'

/** What a language server has cost by the time that its first diagnostics are there. */
export type ServerStart = { readonly startMs: number; readonly memoryMib: number }

/** What a server holds, and how many bytes its diagnostics were. */
type OpenMemory = { readonly bytes: number; readonly memoryMib: number }

const KIB_PER_MIB = 1_024

const REQUEST = {
  recipientSms: { phoneNumber: '99999999', timeToLiveInSeconds: 120, smsSettings: { body: 'Your code is 428516.' } },
}

/** The resident memory of a process, as the kernel counts it. Linux only; elsewhere not a number. */
function memoryMib(processId: number | undefined): number {
  try {
    const [, kib] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${processId}/status`, 'utf8')) ?? []
    return Number(kib) / KIB_PER_MIB
  } catch {
    return Number.NaN
  }
}

/** A server that judges nothing, and answers each message with as many bytes as it is told: what Node itself costs. */
export const bareServer = (bytes: number): readonly string[] => [
  '--eval',
  `const text = 'publishDiagnostics'.padEnd(${bytes}, 'x')
   const answer = 'Content-Length: ' + text.length + '\\r\\n\\r\\n' + text
   process.stdin.on('data', (sent) => {
     if (sent.includes('exit')) process.exit()
     if (/didOpen|didChange/.test(sent)) process.stdout.write(answer)
   })`,
]

const required = (name: string): string => JSON.stringify(createRequire(import.meta.url).resolve(name))

/** The same with the protocol's library, which reads the messages and keeps the text: what any server in Node holds. */
export const libraryServer = (bytes: number): readonly string[] => [
  '--eval',
  `const { createConnection, ProposedFeatures } = require(${required('vscode-languageserver/node')})
   const { TextDocument } = require(${required('vscode-languageserver-textdocument')})
   const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout)
   const open = new Map()
   const message = 'x'.repeat(${bytes})
   const place = { line: 0, character: 0 }
   connection.onInitialize(() => ({ capabilities: { textDocumentSync: 2 } }))
   connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
     open.set(uri, TextDocument.create(uri, languageId, version, text))
     connection.sendDiagnostics({ uri, diagnostics: [{ range: { start: place, end: place }, message }] })
   })
   connection.listen()`,
]

/** By then what a server has to do is done. */
const SETTLED_MS = 2_000

/** What a server holds that has a text open, once it has judged it and come to rest. */
export async function memoryWith(text: string, program: readonly string[], compiled: string): Promise<OpenMemory> {
  const server = new LanguageServer(program, compiled)
  const bytes = await server.open(text)
  await setTimeout(SETTLED_MS)
  const memory = { bytes, memoryMib: memoryMib(server.processId) }
  await server.end()
  return memory
}

/** Starts a server, shows it one request, and lets it go once it has judged that. */
export async function startServer(program: readonly string[], compiled: string): Promise<ServerStart> {
  const startedAt = performance.now()
  const server = new LanguageServer(program, compiled)
  await server.open(JSON.stringify(REQUEST))
  const measured = { startMs: performance.now() - startedAt, memoryMib: memoryMib(server.processId) }
  await server.end()
  return measured
}
