import { type ChildProcessByStdio, spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { NODE_ENVIRONMENT, NODE_FLAGS } from '../../extension/server/node-flags.ts'
import type { Place } from './orders.ts'

const HEADER_END = '\r\n\r\n'

/** Tells of each message once all of it has come. What it says is not read: that is the editor's work, and not ours. */
class Arrivals {
  #chunks: Buffer[] = []
  #length = 0
  #missing: number | undefined
  readonly #arrived: (message: Buffer) => void

  constructor(arrived: (message: Buffer) => void) {
    this.#arrived = arrived
  }

  take(chunk: Buffer): void {
    this.#keep(...this.#chunks, chunk)
    for (;;) {
      this.#missing ??= this.#readHeader()
      if (this.#missing === undefined || this.#length < this.#missing) return
      const bytes = Buffer.concat(this.#chunks)
      const message = bytes.subarray(0, this.#missing)
      this.#keep(bytes.subarray(this.#missing))
      this.#missing = undefined
      this.#arrived(message)
    }
  }

  #keep(...chunks: Buffer[]): void {
    this.#chunks = chunks
    this.#length = chunks.reduce((sum, { length }) => sum + length, 0)
  }

  #readHeader(): number | undefined {
    const bytes = Buffer.concat(this.#chunks)
    const end = bytes.indexOf(HEADER_END)
    const [, length] = /Content-Length: (\d+)/.exec(bytes.subarray(0, Math.max(0, end)).toString()) ?? []
    if (length === undefined) return undefined
    this.#keep(bytes.subarray(end + HEADER_END.length))
    return Number(length)
  }
}

/** A message as it goes over a stream. */
function wire(message: object): string {
  const text = JSON.stringify({ jsonrpc: '2.0', ...message })
  return `Content-Length: ${Buffer.byteLength(text)}${HEADER_END}${text}`
}

const INITIALIZE: readonly object[] = [
  { id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } },
  { method: 'initialized', params: {} },
]

const NAME = 'file:///orders.notification.json'

/** A language server in a process of its own, started as an editor starts it, with one document open. */
export class LanguageServer {
  readonly #server: ChildProcessByStdio<Writable, Readable, null>
  readonly #exited: Promise<unknown>
  #version = 1
  #published: (size: number) => void = () => undefined

  /**
   * @param program what Node is to run
   * @param compiled a folder where Node keeps what it has compiled
   */
  constructor(program: readonly string[], compiled: string) {
    this.#server = spawn(process.execPath, [...NODE_FLAGS, ...program], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, ...NODE_ENVIRONMENT, NODE_COMPILE_CACHE: compiled },
    })
    this.#exited = new Promise((resolve) => this.#server.on('exit', resolve))
    const arrivals = new Arrivals((message) => {
      if (message.subarray(0, 200).includes('publishDiagnostics')) this.#published(message.length)
    })
    this.#server.stdout.on('data', (chunk: Buffer) => arrivals.take(chunk))
    for (const message of INITIALIZE) this.#server.stdin.write(wire(message))
  }

  get processId(): number | undefined {
    return this.#server.pid
  }

  /** Sends a message, and waits for the diagnostics that follow; how many bytes they are. */
  #ask(method: string, params: object): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#published = resolve
      void this.#exited.then(() => reject(new Error('The language server has ended')))
      this.#server.stdin.write(wire({ method, params }))
    })
  }

  /** Opens the document. */
  open(text: string): Promise<number> {
    const textDocument = { uri: NAME, languageId: 'json', version: this.#version, text }
    return this.#ask('textDocument/didOpen', { textDocument })
  }

  /** Types something. */
  type(place: Place, text: string): Promise<number> {
    const textDocument = { uri: NAME, version: ++this.#version }
    return this.#ask('textDocument/didChange', {
      textDocument,
      contentChanges: [{ range: { start: place, end: place }, text }],
    })
  }

  async end(): Promise<void> {
    this.#server.stdin.write(wire({ id: 2, method: 'shutdown' }) + wire({ method: 'exit' }))
    await this.#exited
  }
}
