import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { NODE_FLAGS } from '../../extension/server/node-flags.ts'

/** What a language server has cost by the time that its first diagnostics are there. */
export type ServerStart = { readonly startMs: number; readonly memoryMib: number }

const KIB_PER_MIB = 1_024

const REQUEST = {
  recipientSms: { phoneNumber: '99999999', timeToLiveInSeconds: 120, smsSettings: { body: 'Your code is 428516.' } },
}

const MESSAGES: readonly object[] = [
  { id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } },
  { method: 'initialized', params: {} },
  {
    method: 'textDocument/didOpen',
    params: {
      textDocument: {
        uri: 'file:///code.notification.json',
        languageId: 'json',
        version: 1,
        text: JSON.stringify(REQUEST),
      },
    },
  },
]

function wire(message: object): string {
  const text = JSON.stringify({ jsonrpc: '2.0', ...message })
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`
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

/** A server that judges nothing: what Node itself costs. */
export const BARE_SERVER: readonly string[] = [
  '--eval',
  "process.stdin.on('data', (sent) => sent.includes('exit') ? process.exit() : process.stdout.write('publishDiagnostics'))",
]

/**
 * Starts a server as an editor does, shows it one request, and lets it go once it has judged that.
 *
 * @param program what Node is to run
 * @param compiled a folder where Node keeps what it has compiled
 */
export function startServer(program: readonly string[], compiled: string): Promise<ServerStart> {
  const startedAt = performance.now()
  const server = spawn(process.execPath, [...NODE_FLAGS, ...program], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
  })
  return new Promise((resolve, reject) => {
    let said = ''
    let measured: ServerStart | undefined
    server.stdout.on('data', (chunk) => {
      said += chunk
      if (measured || !said.includes('publishDiagnostics')) return
      measured = { startMs: performance.now() - startedAt, memoryMib: memoryMib(server.pid) }
      server.stdin.write(wire({ id: 2, method: 'shutdown' }) + wire({ method: 'exit' }))
    })
    server.on('error', reject)
    server.on('exit', () => (measured ? resolve(measured) : reject(new Error('The language server said nothing'))))
    for (const message of MESSAGES) server.stdin.write(wire(message))
  })
}
