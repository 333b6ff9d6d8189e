import { createHmac } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'

export const ACCOUNT_SID = `AC${'0123456789abcdef'.repeat(2)}`
export const AUTH_TOKEN = 'et hemmelig token æ'

/** A message as the service understood it. */
export type TakenSms = {
  readonly to: string
  readonly from: string
  readonly body: string
  readonly validitySeconds: number
  readonly statusCallback: string
  readonly sid: string
}

type Answer =
  | 'take'
  | 'refuse-number'
  | 'refuse-unsubscribed'
  | 'refuse-sender'
  | 'refuse-login'
  | 'too-many'
  | 'away'
  | 'hang'
  | 'redirect'
  | 'report-first'
  | 'endless'
  | 'drip'
  | 'garbage'
  | 'no-content'

const ERRORS: Readonly<Record<string, readonly [number, number]>> = {
  'refuse-number': [400, 21211],
  'refuse-unsubscribed': [400, 21610],
  'refuse-sender': [400, 21659],
  'refuse-login': [401, 20003],
  'too-many': [429, 20429],
  away: [503, 20500],
}

/** What Twilio shows that a request is its own: written from its documentation, not from our code. */
export function signature(url: string, parameters: Readonly<Record<string, string>>, token = AUTH_TOKEN): string {
  const names = Object.keys(parameters).sort()
  const signed = names.reduce((text, name) => text + name + parameters[name], url)
  return createHmac('sha1', token).update(signed, 'utf8').digest('base64')
}

/** Twilio on this machine: it takes messages, and tells their statuses to the address that came with them. */
export class TwilioService {
  readonly taken: TakenSms[] = []
  readonly asked: { readonly atMs: number; readonly to: string }[] = []
  /** What happens once a message has been taken and the answer is out. */
  afterwards: (sms: TakenSms) => void = () => undefined
  /** Requests without our login, or that were sent where they should not go. */
  strange = 0
  url = ''
  /** Bytes of answers that do not end. */
  poured = 0
  /** Where the service under test really is; what it calls itself comes with each message. */
  servedAt = ''
  readonly #answers = new Map<string, Answer[]>()
  readonly #server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => {
      body += chunk
    })
    request.on('end', () => {
      const login = `Basic ${Buffer.from(`${ACCOUNT_SID}:${AUTH_TOKEN}`, 'utf8').toString('base64')}`
      const isRight = request.url === `/2010-04-01/Accounts/${ACCOUNT_SID}/Messages.json` && request.method === 'POST'
      if (isRight && request.headers.authorization === login)
        return void this.#take(new URLSearchParams(body), response)
      this.strange++
      response.writeHead(401).end()
    })
  })

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    const address = this.#server.address()
    if (address && typeof address === 'object') this.url = `http://127.0.0.1:${address.port}`
  }

  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }

  /** Lets the next messages to a number be answered like this, in order; then all are taken. */
  answer(to: string, ...answers: Answer[]): void {
    this.#answers.set(to, answers)
  }

  smsTo(number: string): readonly TakenSms[] {
    return this.taken.filter(({ to }) => to === number)
  }

  /** Tells a status, as Twilio does or as somebody who would like to be taken for it; gives the answer's HTTP status. */
  async tell(
    { statusCallback, sid }: Pick<TakenSms, 'statusCallback' | 'sid'>,
    status: string,
    { errorCode, ...forged }: { errorCode?: number; signature?: string; query?: string; body?: string } = {},
  ): Promise<number> {
    const parameters = {
      MessageSid: sid,
      MessageStatus: status,
      AccountSid: ACCOUNT_SID,
      To: '+4799999999',
      ApiVersion: '2010-04-01',
      ...(errorCode !== undefined && { ErrorCode: String(errorCode) }),
    }
    const { pathname, search } = new URL(statusCallback)
    const response = await fetch(this.servedAt + pathname + (forged.query ?? search), {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': forged.signature ?? signature(statusCallback, parameters),
      },
      body: forged.body ?? new URLSearchParams(parameters).toString(),
    })
    return response.status
  }

  /** Answers without an end: as fast as it is read, or a byte now and then. */
  #goOn(response: ServerResponse, how: 'endless' | 'drip'): void {
    const chunk = Buffer.alloc(how === 'endless' ? 65_536 : 1, 'x')
    const timer = setInterval(() => {
      this.poured += chunk.length
      response.write(chunk)
    }, 1)
    response.on('close', () => clearInterval(timer))
  }

  async #take(parameters: URLSearchParams, response: ServerResponse): Promise<void> {
    const member = (name: string) => parameters.get(name) ?? ''
    const to = member('To')
    this.asked.push({ atMs: Date.now(), to })
    const answer = this.#answers.get(to)?.shift() ?? 'take'
    if (answer === 'hang') return
    if (answer === 'redirect') return void response.writeHead(307, { location: `${this.url}/elsewhere` }).end()
    const error = ERRORS[answer]
    if (error) {
      const [status, code] = error
      const headers = { 'content-type': 'application/json', ...(status === 429 && { 'retry-after': '2' }) }
      return void response
        .writeHead(status, headers)
        .end(JSON.stringify({ code, message: `No way to ${to}`, more_info: '', status }))
    }
    if (answer === 'garbage') return void response.writeHead(200).end('<html>')
    const sms: TakenSms = {
      to,
      from: member('From'),
      body: member('Body'),
      validitySeconds: Number(member('ValidityPeriod')),
      statusCallback: member('StatusCallback'),
      sid: `SM${crypto.randomUUID().replaceAll('-', '')}`,
    }
    this.taken.push(sms)
    if (answer === 'report-first') await this.tell(sms, 'delivered')
    response.on('finish', () => this.afterwards(sms))
    if (answer === 'no-content') return void response.writeHead(204).end()
    if (answer === 'endless' || answer === 'drip') return this.#goOn(response.writeHead(201), answer)
    response
      .writeHead(201, { 'content-type': 'application/json' })
      .end(JSON.stringify({ sid: sms.sid, status: 'queued', error_code: null }))
  }
}
