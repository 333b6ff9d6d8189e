import { readFileSync } from 'node:fs'
import { LanguageServer } from './language-server.ts'

/** What a language server has cost by the time that its first diagnostics are there. */
export type ServerStart = { readonly startMs: number; readonly memoryMib: number }

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

/** Starts a server, shows it one request, and lets it go once it has judged that. */
export async function startServer(program: readonly string[], compiled: string): Promise<ServerStart> {
  const startedAt = performance.now()
  const server = new LanguageServer(program, compiled)
  await server.open(JSON.stringify(REQUEST))
  const measured = { startMs: performance.now() - startedAt, memoryMib: memoryMib(server.processId) }
  await server.end()
  return measured
}
