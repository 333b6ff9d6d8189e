import { createServer, type Server, type Socket } from 'node:net'

/** What it says to a command, by the command's first word; `.` is the end of a message. Left out: what is usual. */
type Words = Readonly<Record<string, string>>

const USUAL: Words = {
  EHLO: '250 hi',
  MAIL: '250 ok',
  RCPT: '250 ok',
  DATA: '354 go',
  '.': '250 taken',
  QUIT: '221 bye',
}

/** A mail server in clear text that says word for word what it is told to, all of it at once. */
export class HastyMailServer {
  /** What it was told, in lines. */
  readonly heard: string[] = []
  words: Words = {}
  port = 0
  readonly #sockets = new Set<Socket>()
  readonly #server: Server = createServer((socket) => this.#greet(socket))

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    const address = this.#server.address()
    if (address && typeof address === 'object') this.port = address.port
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise<void>((resolve) => this.#server.close(() => resolve()))
  }

  #greet(socket: Socket): void {
    this.#sockets.add(socket)
    let pending = ''
    // A client that goes away in the middle is what is tested.
    socket.on('error', () => undefined)
    socket.on('data', (piece) => {
      const lines = `${pending}${piece}`.split('\r\n')
      pending = lines.pop() ?? ''
      for (const line of lines) this.#answer(socket, line)
    })
    socket.write('220 hi\r\n')
  }

  #answer(socket: Socket, line: string): void {
    this.heard.push(line)
    const [command = ''] = line.split(' ')
    const words = this.words[command] ?? USUAL[command]
    if (words !== undefined) socket.write(`${words}\r\n`)
  }
}
