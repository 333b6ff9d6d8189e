import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { pause } from '../../support/api/eventually.ts'

/** The access key of the account on this machine. */
export const ACCESS_KEY = Buffer.from('an access key of 32 bytes, or so').toString('base64')

/** A mail as the service understood it. */
export type TakenMail = {
  readonly operationId: string
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string | undefined
  readonly tracked: boolean
}

type Answer =
  | 'take'
  | 'refuse-address'
  | 'refuse-suppressed'
  | 'refuse-login'
  | 'too-many'
  | 'away'
  | 'hang'
  | 'redirect'
  | 'lose-answer'
  | 'slow'
  | 'report-first'

/** How long a slow answer takes. */
const SLOW_MS = 4_000

const ERRORS: Readonly<Record<string, readonly [number, string, string]>> = {
  'refuse-address': [400, 'InvalidEmailAddress', 'Invalid format for email address'],
  'refuse-suppressed': [400, 'EmailDroppedAllRecipientsSuppressed', 'Message dropped.'],
  'refuse-login': [401, 'Denied', 'Denied by the resource provider.'],
  'too-many': [429, 'TooManyRequests', 'Too many requests. Please try again after 2 seconds.'],
  away: [503, 'ServiceUnavailable', ''],
}

/** Whether a request is signed with the account's key: written from the service's documentation, not from our code. */
function isSigned(request: IncomingMessage, body: string): boolean {
  const { 'x-ms-date': date, 'x-ms-content-sha256': digest, host, authorization } = request.headers
  const signed = `${request.method}\n${request.url}\n${date};${host};${digest}`
  const signature = createHmac('sha256', Buffer.from(ACCESS_KEY, 'base64')).update(signed).digest('base64')
  const isFresh = Math.abs(Date.parse(String(date)) - Date.now()) < 60_000
  const isWhole = digest === createHash('sha256').update(body).digest('base64')
  const expected = `HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=${signature}`
  return isFresh && isWhole && authorization === expected
}

/** Azure Communication Services on this machine: it takes mail, tells of operations, and reports through Event Grid. */
export class AcsService {
  /** How all operations stand. */
  operationStatus = 'Running'
  readonly taken: TakenMail[] = []
  /** Every request to send, whatever became of it: when, and for whom. */
  readonly asked: { readonly atMs: number; readonly to: string }[] = []
  /** Requests that somebody else than we signed, or that were sent where they should not go. */
  strange = 0
  /** What a second request under one operation id is answered. */
  duplicateStatus = 409
  /** What is answered where nothing else was asked for; an answer that is lost is lost for whatever is asked. */
  usual: Answer = 'take'
  /** What happens once a mail has been taken and the answer is out. */
  afterwards: (mail: TakenMail) => void = () => undefined
  url = ''
  /** Brings a report to the service under test. Set when that is there. */
  report: (operationId: string, status: string) => Promise<number> = () => Promise.reject(new Error('no service yet'))
  readonly #answers = new Map<string, Answer[]>()
  readonly #server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => {
      body += chunk
    })
    request.on('end', () => void this.#handle(request, body, response))
  })

  async listen(port = 0): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve))
    const address = this.#server.address()
    if (address && typeof address === 'object') this.url = `http://127.0.0.1:${address.port}/`
  }

  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }

  /** Lets the next mails to an address be answered like this, in order; then all are taken. */
  answer(to: string, ...answers: Answer[]): void {
    this.#answers.set(to, answers)
  }

  mailsTo(address: string): readonly TakenMail[] {
    return this.taken.filter(({ to }) => to === address)
  }

  async #handle(request: IncomingMessage, body: string, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', this.url)
    if (!isSigned(request, body) || searchParams.get('api-version') !== '2025-09-01') {
      this.strange++
      return void response.writeHead(401).end()
    }
    if (request.method === 'GET') return this.#tell(pathname.split('/').at(-1) ?? '', response)
    if (pathname !== '/emails:send') {
      this.strange++
      return void response.writeHead(404).end()
    }
    await this.#take(String(request.headers['operation-id']), JSON.parse(body), response)
  }

  #tell(operationId: string, response: ServerResponse): void {
    if (this.usual === 'lose-answer') return void response.destroy()
    const isKnown = this.taken.some((mail) => mail.operationId === operationId)
    if (isKnown) answer(response, 200, { id: operationId, status: this.operationStatus })
    else refuse(response, 404, 'MessageNotFound', 'Requested message could not be located.')
  }

  async #take(operationId: string, mail: unknown, response: ServerResponse): Promise<void> {
    const to = text(mail, 'recipients', 'to', '0', 'address')
    this.asked.push({ atMs: Date.now(), to })
    if (this.taken.some((known) => known.operationId === operationId)) {
      if (this.usual === 'lose-answer') return void response.destroy()
      if (this.#answers.get(to)?.shift() === 'slow') await pause(SLOW_MS)
      const [known] = this.taken.filter((mail) => mail.operationId === operationId)
      if (known) response.on('finish', () => this.afterwards(known))
      return refuse(response, this.duplicateStatus, 'OperationIdAlreadyInUse', 'The operation id was used before.')
    }
    const next = this.#answers.get(to)?.shift() ?? this.usual
    if (next === 'hang') return
    if (next === 'redirect') return void response.writeHead(307, { location: `${this.url}elsewhere` }).end()
    const error = ERRORS[next]
    if (error) return refuse(response, ...error)
    const taken: TakenMail = {
      operationId,
      from: text(mail, 'senderAddress'),
      to,
      subject: text(mail, 'content', 'subject'),
      text: text(mail, 'content', 'plainText'),
      html: text(mail, 'content', 'html') || undefined,
      tracked: text(mail, 'userEngagementTrackingDisabled') !== 'true',
    }
    this.taken.push(taken)
    if (next === 'lose-answer') return void response.destroy()
    if (next === 'slow') await pause(SLOW_MS)
    response.on('finish', () => this.afterwards(taken))
    if (next === 'report-first') await this.report(operationId, 'Delivered')
    response.setHeader('operation-location', `${this.url}emails/operations/${operationId}?api-version=2025-09-01`)
    response.setHeader('retry-after', '30')
    answer(response, 202, { id: operationId, status: 'Running' })
  }
}

/** A text somewhere within what was sent; empty where there is none. */
const text = (value: unknown, ...path: readonly string[]): string =>
  String(path.reduce<unknown>((inner, name) => Object(inner)[name], value) ?? '')

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  response.setHeader('x-ms-error-code', code)
  answer(response, status, { error: { code, message } })
}
