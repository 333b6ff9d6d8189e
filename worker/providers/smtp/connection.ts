import { fail, ok, type Result } from '@straks/shared'
import { type Reply, ReplyReader } from './reply.ts'
import type { SmtpSettings } from './settings.ts'
import type { Loss, Wire } from './wire.ts'

const TRANSPORTS = { tls: 'on', starttls: 'starttls', 'none-on-loopback': 'off' } as const

const encoder = new TextEncoder()

/** A connection to a mail server over the platform's sockets. */
export class SmtpConnection implements Wire {
  #socket: Socket
  #reader: ReadableStreamDefaultReader<Uint8Array>
  #writer: WritableStreamDefaultWriter<Uint8Array>
  #reading: Promise<ReadableStreamReadResult<Uint8Array>> | undefined
  #decoder = new TextDecoder()
  readonly #replies = new ReplyReader()
  #deadlineMs: number

  private constructor(socket: Socket, allowedMs: number) {
    this.#deadlineMs = Date.now() + allowedMs
    this.#socket = socket
    this.#reader = this.#socket.readable.getReader()
    this.#writer = this.#socket.writable.getWriter()
    this.#listen()
  }

  /** Connects. What the conversation may take together begins to run now. */
  static async open({ host, port, security }: SmtpSettings, allowedMs: number): Promise<SmtpConnection> {
    // Imported here, so that what only describes providers can be read outside the platform.
    const { connect } = await import('cloudflare:sockets')
    const transport = { secureTransport: TRANSPORTS[security], allowHalfOpen: false } as const
    return new SmtpConnection(connect({ hostname: host, port }, transport), allowedMs)
  }

  /** That a connection failed is learnt by reading from it. */
  #listen(): void {
    this.#socket.opened.catch(() => undefined)
    this.#socket.closed.catch(() => undefined)
  }

  allow(ms: number): void {
    this.#deadlineMs = Date.now() + ms
  }

  async receive(): Promise<Result<Reply, Loss>> {
    for (let piece = ''; ; ) {
      const reply = this.#replies.read(piece)
      if (reply === 'malformed') return fail('malformed')
      if (reply) return ok(reply)
      // Kept where it does not come in time: the next call to this goes on waiting for the same.
      this.#reading ??= this.#reader.read()
      const chunk = await this.#inTime(this.#reading)
      if (!chunk.ok) return chunk
      this.#reading = undefined
      if (chunk.value.done) return fail('closed')
      piece = this.#decoder.decode(chunk.value.value, { stream: true })
    }
  }

  async send(text: string): Promise<Result<null, Loss>> {
    const written = await this.#inTime(this.#writer.write(encoder.encode(text)))
    return written.ok ? ok(null) : written
  }

  async saysUnasked(): Promise<boolean> {
    if (this.#replies.holdsMore) return true
    this.#reading ??= this.#reader.read()
    const hasCome = this.#reading.then(
      ({ done }) => !done,
      () => false,
    )
    return Promise.race([hasCome, scheduler.wait(0).then(() => false)])
  }

  secure(): Result<null, Loss> {
    if (this.#replies.holdsMore) return fail('malformed')
    this.#reader.releaseLock()
    this.#writer.releaseLock()
    this.#socket = this.#socket.startTls()
    this.#reader = this.#socket.readable.getReader()
    this.#writer = this.#socket.writable.getWriter()
    this.#decoder = new TextDecoder()
    this.#listen()
    return ok(null)
  }

  /** Takes leave and ends the connection. QUIT is a courtesy: its answer is not awaited. */
  async quit(): Promise<void> {
    await this.send('QUIT\r\n')
    await this.close()
  }

  /** Ends the connection. */
  async close(): Promise<void> {
    await this.#inTime(this.#socket.close())
  }

  async #inTime<Value>(work: Promise<Value>): Promise<Result<Value, Loss>> {
    const waiting = new AbortController()
    const settled = work.then(
      (value) => ok(value),
      () => fail('closed' as const),
    )
    const silence = scheduler
      .wait(Math.max(this.#deadlineMs - Date.now(), 0), { signal: waiting.signal })
      .then(() => fail('silence' as const))
    try {
      return await Promise.race([settled, silence])
    } finally {
      // The timeout that is cancelled here is not awaited.
      silence.catch(() => undefined)
      waiting.abort()
    }
  }
}
