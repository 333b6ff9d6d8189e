import { createServer } from 'node:http'

/** A message as the gateway understood it. */
export type Submitted = {
  readonly text: string
  readonly sender: string
  readonly receiver: string
  readonly minutes: number
  readonly login: string
  readonly reference: string
}

type Answer = 'take' | 'refuse-number' | 'refuse-login' | 'error' | 'hang' | 'slow' | 'report-first'

/** How long a slow answer takes. */
const SLOW_MS = 4_000

const fromReferences = (text: string): string =>
  text.replaceAll(/&#x([0-9A-F]+);/g, (_, digits) => String.fromCodePoint(Number.parseInt(digits, 16)))

const member = (xml: string, name: string): string =>
  fromReferences(new RegExp(`<${name}>(.*?)</${name}>`).exec(xml)?.[1] ?? '')

const fromUcs2 = (digits: string): string => Buffer.from(digits, 'hex').swap16().toString('utf16le')

/** A gateway on this machine that speaks the contract: it takes messages and brings delivery reports. */
export class SmsGateway {
  readonly submitted: Submitted[] = []
  /** Every request, whatever became of it: when, and for whom. */
  readonly asked: { readonly atMs: number; readonly to: string }[] = []
  /** What is answered where nothing else was asked for. */
  usual: Answer = 'take'
  /** What happens once a message has been taken and the answer is out. */
  afterwards: (message: Submitted) => void = () => undefined
  readonly #answers = new Map<string, Answer[]>()
  readonly #server = createServer((request, response) => {
    let xml = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => {
      xml += chunk
    })
    request.on('end', async () => {
      const receiver = member(xml, 'RCV')
      this.asked.push({ atMs: Date.now(), to: `+${receiver}` })
      const answer = this.#answers.get(receiver)?.shift() ?? this.usual
      if (answer === 'hang') return
      if (answer === 'error') return void response.writeHead(503).end('<html>')
      const logon = answer === 'refuse-login' ? 'FAIL' : 'OK'
      const reference = `ref-${crypto.randomUUID()}`
      if (answer === 'report-first') await this.report(reference, 'DELIVRD')
      const isTaken = answer === 'take' || answer === 'slow' || answer === 'report-first'
      const message = isTaken ? this.#take(xml, reference) : undefined
      const result = isTaken
        ? `<REF>${reference}</REF><STATUS>OK</STATUS><INFO></INFO>`
        : '<STATUS>FAIL</STATUS><INFO>Invalid RCV</INFO>'
      if (answer === 'slow') await new Promise((resolve) => setTimeout(resolve, SLOW_MS))
      if (message) response.on('finish', () => this.afterwards(message))
      response
        .setHeader('content-type', 'text/xml')
        .end(
          `<?xml version="1.0"?>\n<SESSION>\n<LOGON>${logon}</LOGON><REASON></REASON>\n<MSGLST><MSG><ID>1</ID>${result}</MSG></MSGLST></SESSION>`,
        )
    })
  })
  url = ''
  /** Brings a report to the service, and gives the service's answer. Set when the service is there. */
  report: (reference: string, state: string) => Promise<{ status: number; body: string }> = () =>
    Promise.reject(new Error('no service yet'))

  async listen(port = 0): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve))
    const address = this.#server.address()
    if (address && typeof address === 'object') this.url = `http://127.0.0.1:${address.port}/`
  }

  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }

  /** Lets the next messages to a number be answered like this, in order; then all are taken. */
  answer(receiver: string, ...answers: Answer[]): void {
    this.#answers.set(receiver, answers)
  }

  #take(xml: string, reference: string): Submitted {
    const text = member(xml, 'TEXT')
    const message: Submitted = {
      text: xml.includes('<OP>9</OP>') ? fromUcs2(text) : text,
      sender: member(xml, 'SND'),
      receiver: member(xml, 'RCV'),
      minutes: Number(member(xml, 'TTL')),
      login: `${member(xml, 'CLIENT')}:${member(xml, 'PW')}`,
      reference,
    }
    this.submitted.push(message)
    return message
  }
}
