import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A mail as the server took it: its envelope, its bytes, and what an independent reader makes of them. */
export type Received = {
  readonly from: string
  readonly to: readonly string[]
  readonly raw: string
  readonly mail: Email
  readonly secure: boolean
  readonly user: string | undefined
}

/** What the server says to a recipient, or once it has the message, instead of taking the mail. */
export type Behaviour = {
  readonly at: 'recipient' | 'message'
  readonly code: number
  readonly words: string
  /** How often it says so before it takes the mail after all. */
  readonly times?: number
  /** Says nothing at all. */
  readonly silent?: boolean
  /** Takes the mail all the same, and says so only after so many milliseconds. */
  readonly takesMs?: number
}

export const USERNAME = 'straks'
export const PASSWORD = 'et-svært-hemmelig-passord'

const refusal = ({ code, words }: Behaviour): Error => Object.assign(new Error(words), { responseCode: code })

/** A real mail server on this machine, which can be told how to treat a recipient. */
export class MailServer {
  readonly received: Received[] = []
  readonly attempts = new Map<string, number>()
  /** Those that it lets in with: two while one is being replaced. */
  passwords: readonly string[] = [PASSWORD]
  readonly #behaviours = new Map<string, Behaviour>()
  readonly #options: SMTPServerOptions
  #server: SMTPServer | undefined
  port = 0

  constructor(options: SMTPServerOptions) {
    this.#options = options
  }

  treat(recipient: string, behaviour: Behaviour): string {
    this.#behaviours.set(recipient, behaviour)
    return recipient
  }

  async listen(port = 0): Promise<void> {
    const server = new SMTPServer({
      hideENHANCEDSTATUSCODES: true,
      disableReverseLookup: true,
      closeTimeout: 100,
      ...this.#options,
      onAuth: ({ username, password }, _session, callback) =>
        username === USERNAME && this.passwords.includes(password ?? '')
          ? callback(null, { user: username })
          : callback(Object.assign(new Error('5.7.8 wrong'), { responseCode: 535 })),
      onRcptTo: ({ address }, _session, callback) => {
        this.attempts.set(address, (this.attempts.get(address) ?? 0) + 1)
        const behaviour = this.#next(address, 'recipient')
        if (!behaviour?.silent) callback(behaviour && refusal(behaviour))
      },
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope
          const to = rcptTo.map(({ address }) => address)
          const behaviour = this.#next(to[0] ?? '', 'message')
          if (behaviour?.silent) return
          const takesMs = behaviour?.takesMs ?? 0
          if (behaviour && takesMs === 0) return callback(refusal(behaviour))
          const raw = Buffer.concat(chunks).toString('utf8')
          PostalMime.parse(raw).then(
            (mail) => {
              const from = mailFrom ? mailFrom.address : ''
              const user: unknown = session.user
              this.received.push({ from, to, raw, mail, secure: session.secure, user: user ? String(user) : undefined })
              setTimeout(() => callback(null, 'taken'), takesMs)
            },
            (error) => callback(error),
          )
        })
      },
    })
    // A client that goes away in the middle is no fault of the server's.
    server.on('error', () => undefined)
    this.#server = server
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
    const address = server.server.address()
    if (address && typeof address === 'object') this.port = address.port
  }

  /** How many clients it is speaking with. */
  get openSessions(): number {
    return this.#server?.connections.size ?? 0
  }

  async close(): Promise<void> {
    const server = this.#server
    if (server) await new Promise<void>((resolve) => server.close(() => resolve()))
  }

  #next(recipient: string, at: Behaviour['at']): Behaviour | undefined {
    const behaviour = this.#behaviours.get(recipient)
    if (behaviour?.at !== at) return undefined
    const { times } = behaviour
    if (times === undefined) return behaviour
    if (times === 0) return undefined
    this.#behaviours.set(recipient, { ...behaviour, times: times - 1 })
    return behaviour
  }
}
