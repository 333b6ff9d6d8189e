import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

const HEAD_END = '\r\n\r\n'
const CONTENT_LENGTH = /\r\ncontent-length: *(\d+)/i

/**
 * One kept-alive HTTP/1.1 connection that asks one question at a time.
 *
 * It understands only what the measured servers say (a status line and a `content-length`), so that it costs half of
 * what a general client does: on a small machine every microsecond of the load generator is taken from the server.
 */
export class Connection {
  readonly #socket: Socket
  #received = ''
  #settle: { readonly resolve: (status: number) => void; readonly reject: (error: Error) => void } | undefined

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.setNoDelay(true).setEncoding('latin1')
    socket.on('data', (text: string) => this.#take(text))
    socket.on('error', (error) => this.#settle?.reject(error))
    socket.on('close', () => this.#settle?.reject(new Error('The server closed the connection')))
  }

  static async open(port: number): Promise<Connection> {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    return new Connection(socket)
  }

  /** Sends a request as it is and resolves with the status of its answer. */
  ask(request: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject }
      this.#socket.write(request, 'latin1')
    })
  }

  close(): void {
    this.#settle = undefined
    this.#socket.destroy()
  }

  #take(text: string): void {
    this.#received += text
    const headEnd = this.#received.indexOf(HEAD_END)
    if (headEnd < 0) return
    const [, length] = CONTENT_LENGTH.exec(this.#received) ?? []
    if (length === undefined) {
      this.#settle?.reject(new Error('The server sent no content-length'))
      return
    }
    if (this.#received.length < headEnd + HEAD_END.length + Number(length)) return
    const status = Number(this.#received.slice(9, 12))
    this.#received = ''
    this.#settle?.resolve(status)
  }
}
